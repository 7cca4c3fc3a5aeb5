package org.kapok.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is said beside the ends of lines: each label as near to its line as the others let it, with a stroke to its line
 * where it had to give way.
 *
 * @param sheet what is drawn on
 * @param x where lines end
 * @param top how far up labels may go
 * @param bottom how far down
 */
record EndLabels(Sheet sheet, double x, double top, double bottom) {
    /** How far beside the ends labels are. */
    static final double APART = 20;

    private static final double LEADING = 1.22;

    /**
     * A label.
     *
     * @param lines one or more lines of text, the last of them in bold where there are several
     * @param y the height of the line's end
     * @param type how it is set
     */
    record End(List<String> lines, double y, Mark.Type type) {
        double height() {
            return lines.size() * LEADING * type.size();
        }

        End smaller(double share) {
            return new End(lines, y, new Mark.Type(share * type.size(), type.bold(), type.color(), type.halo()));
        }
    }

    /** Labels that touch, as one: moved together by as much as suits all of them best. */
    private static final class Block {
        private final List<End> ends = new ArrayList<>();
        private double wanted; // the sum of the tops that its labels want for it
        private double height;

        Block(End end) {
            add(end);
        }

        void add(End end) {
            wanted += end.y() - end.height() / 2 - height;
            height += end.height();
            ends.add(end);
        }

        double top(double least, double most) {
            return Math.max(least, Math.min(most - height, wanted / ends.size()));
        }
    }

    void draw(List<End> all) {
        double needed = all.stream().mapToDouble(End::height).sum();
        double share = Math.min(1, (bottom - top) / needed);
        for (Block block : blocks(all.stream().map(end -> end.smaller(share)).toList())) {
            double y = block.top(top, bottom);
            for (End end : block.ends) {
                draw(end, y);
                y += end.height();
            }
        }
    }

    private List<Block> blocks(List<End> all) {
        List<Block> blocks = new ArrayList<>();
        for (End end : all.stream().sorted(Comparator.comparingDouble(End::y)).toList()) {
            blocks.add(new Block(end));
            while (blocks.size() > 1 && overlap(blocks.get(blocks.size() - 2), blocks.get(blocks.size() - 1))) {
                Block last = blocks.remove(blocks.size() - 1);
                last.ends.forEach(blocks.get(blocks.size() - 1)::add);
            }
        }
        return blocks;
    }

    private boolean overlap(Block above, Block below) {
        return above.top(top, bottom) + above.height > below.top(top, bottom);
    }

    private void draw(End end, double y) {
        double middle = y + end.height() / 2;
        if (Math.abs(middle - end.y()) > end.type().size() / 2) {
            sheet.line(
                    x + 5,
                    end.y(),
                    x + APART - 3,
                    middle,
                    Mark.Line.of(end.type().color(), 0.8));
        }
        int last = end.lines().size() - 1;
        for (int i = 0; i <= last; i++) {
            Mark.Type type = i > 0 && i == last ? end.type().inBold() : end.type();
            double foot = y + (i + 0.5) * LEADING * type.size() + 0.36 * type.size();
            sheet.text(end.lines().get(i), x + APART, foot, Mark.Anchor.START, type);
        }
    }
}
