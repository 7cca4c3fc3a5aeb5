package org.kapok.report.picture;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.kapok.core.Region;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Service;
import org.kapok.demand.Supply;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** What is missing or over by year, in a row for each service or each region. */
final class HeatMap implements Chart {
    private static final double FOOT = 20;
    private static final int RAMP = 5; // colours that the scale shows of a ramp
    private static final double STEP = 38;
    private static final double ROW = 34; // the most height that a row takes
    private static final double MOST = 12; // the size of figures
    private static final double LEAST = 7;

    private final ScenarioRun run;
    private final DemandPath path;
    private final Function<Words, String> about;
    private final List<Line> lines;
    private final List<Integer> years;

    /** A row and what it is called. */
    private record Line(Function<Words, String> name, List<Gap.Row> cells) {
        Optional<Gap.Row> in(int year) {
            return cells.stream().filter(cell -> cell.year() == year).findFirst();
        }
    }

    private HeatMap(ScenarioRun run, DemandPath path, Function<Words, String> about, List<Line> lines) {
        this.run = run;
        this.path = path;
        this.about = about;
        this.lines = lines.stream().filter(line -> !line.cells().isEmpty()).toList();
        this.years =
                run.projection().dates().stream().map(date -> date.getYear()).toList();
    }

    /**
     * All services with supply, for the whole place.
     *
     * @throws IllegalArgumentException if there is none
     */
    static HeatMap ofServices(ScenarioRun run, DemandPath path) {
        Gap gap = gap(run);
        List<Line> lines = new ArrayList<>();
        for (Service service : run.scenario().services().orElseThrow().all()) {
            lines.add(new Line(
                    words -> named(words, run.scenario(), service.id()),
                    cells(
                            gap,
                            path,
                            row -> row.service().equals(service.id())
                                    && row.area().equals(Supply.WHOLE_AREA))));
        }
        HeatMap map = new HeatMap(run, path, words -> words.of("heat.services"), lines);
        if (map.lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "Picture.shortages: got path " + path + ", expected one that services with supply have");
        }
        return map;
    }

    /**
     * One service in all regions.
     *
     * @throws IllegalArgumentException if its supply is not by region
     */
    static HeatMap ofRegions(ScenarioRun run, String service, DemandPath path) {
        Gap gap = gap(run);
        List<Line> lines = new ArrayList<>();
        for (Region region : run.projection().space().regions()) {
            lines.add(new Line(
                    words -> words.title(run.scenario(), "region", region.id()),
                    cells(
                            gap,
                            path,
                            row -> row.service().equals(service) && row.area().equals(region.id()))));
        }
        HeatMap map =
                new HeatMap(run, path, words -> words.of("heat.service", named(words, run.scenario(), service)), lines);
        if (map.lines.isEmpty()) {
            List<String> known = gap.rows().stream()
                    .filter(row -> row.path() == path && !row.area().equals(Supply.WHOLE_AREA))
                    .map(Gap.Row::service)
                    .distinct()
                    .toList();
            throw new IllegalArgumentException("Picture.shortages: got service \"" + service
                    + "\", expected one that is supplied by region, of " + known);
        }
        return map;
    }

    private static Gap gap(ScenarioRun run) {
        return run.gap()
                .orElseThrow(() -> new IllegalArgumentException("Picture.shortages: got scenario "
                        + run.scenario().id() + ", expected one with services and supply"));
    }

    private static List<Gap.Row> cells(Gap gap, DemandPath path, Predicate<Gap.Row> which) {
        return gap.rows().stream()
                .filter(row -> row.path() == path && which.test(row))
                .toList();
    }

    private static String named(Words words, Scenario scenario, String service) {
        String unit = words.unit(scenario, service);
        String title = words.title(scenario, "service", service);
        return unit.isEmpty() ? title : words.of("heat.unit", title, unit);
    }

    @Override
    public Captions captions(Words words) {
        Scenario scenario = run.scenario();
        String title = words.of("heat.title", words.area(scenario, ""), about.apply(words), words.of(path.label()));
        String note = words.of("heat.note." + path.label());
        return new Captions(title, words.scenario(scenario), words.sentences(note, Sources.of(words, scenario)));
    }

    @Override
    public void draw(Sheet sheet, Rectangle2D body) {
        double scale = drawScale(sheet, body);
        List<String> names =
                lines.stream().map(line -> line.name().apply(sheet.words())).toList();
        double left = Math.min(sheet.widest(names, Sheet.PLAIN), 0.4 * body.getWidth()) + 10;
        double height = Math.min(ROW, (body.getHeight() - FOOT - scale) / lines.size());
        Rectangle2D room = new Rectangle2D.Double(
                body.getX() + left, body.getY() + scale, body.getWidth() - left, height * lines.size());
        Mark.Type type = Mark.Type.of(Math.max(8, Math.min(Sheet.PLAIN.size(), height - 3)), Palette.INK);
        int each = (int) Math.ceil(1.05 * type.size() / height); // row that is named, where rows are very many
        double width = room.getWidth() / years.size();
        double size = figureSize(sheet, width - 5, height - 3);
        for (int row = 0; row < lines.size(); row++) {
            double top = room.getY() + row * height;
            String name = shortened(sheet, names.get(row), type, left - 10);
            if (row % each == 0) {
                sheet.text(name, room.getX() - 10, top + 0.5 * height + 0.36 * type.size(), Mark.Anchor.END, type);
            }
            for (int column = 0; column < years.size(); column++) {
                Rectangle2D cell = new Rectangle2D.Double(room.getX() + column * width, top, width - 1.5, height - 1.5);
                String where = names.get(row) + ", " + years.get(column);
                drawCell(sheet, cell, lines.get(row).in(years.get(column)), where, size);
            }
        }
        drawYears(sheet, room);
    }

    /** The largest size in which the figures of all cells fit; 0 if they are too small to read then. */
    private double figureSize(Sheet sheet, double width, double height) {
        List<String> figures = lines.stream()
                .flatMap(line -> line.cells().stream())
                .map(cell -> figure(sheet.words(), cell.balance()))
                .toList();
        double widest = sheet.widest(figures, Mark.Type.of(1, Palette.INK));
        double size = Math.min(MOST, Math.min(height, width / widest));
        return size < LEAST ? 0 : size;
    }

    private static String shortened(Sheet sheet, String text, Mark.Type type, double room) {
        String fits = text;
        while (sheet.width(fits, type) > room && fits.length() > 2) {
            fits = fits.substring(0, fits.length() - 2).strip() + "…";
        }
        return fits;
    }

    private void drawCell(Sheet sheet, Rectangle2D cell, Optional<Gap.Row> row, String where, double size) {
        if (row.isEmpty()) {
            sheet.fill(cell, Palette.MISSING, where + ": " + sheet.words().of("heat.unknown"));
            return;
        }
        Gap.Balance balance = row.get().balance();
        Color color = color(balance);
        String text = figure(sheet.words(), balance);
        sheet.fill(cell, color, where + ": " + text);
        if (size > 0) {
            Mark.Type type = Mark.Type.of(size, Palette.on(color));
            sheet.text(text, cell.getCenterX(), cell.getCenterY() + 0.36 * size, Mark.Anchor.MIDDLE, type);
        }
    }

    private static Color color(Gap.Balance balance) {
        if (balance.shortage() >= 0.5) {
            return Palette.missing(balance.shortage() / balance.demand());
        }
        return Palette.over(balance.demand() > 0 ? balance.surplus() / balance.demand() : 1);
    }

    private static String figure(Words words, Gap.Balance balance) {
        double net = balance.shortage() > 0 ? -balance.shortage() : balance.surplus();
        String text = words.brief(net);
        return net > 0 && !text.equals("0") ? "+" + text : text;
    }

    private void drawYears(Sheet sheet, Rectangle2D room) {
        double width = room.getWidth() / years.size();
        int perColumn = years.size() > 1 ? years.get(1) - years.get(0) : 1;
        int step = Plot.yearStep(years, (sheet.width("2000", Sheet.SMALL) + 6) / width * perColumn);
        for (int i = 0; i < years.size(); i++) {
            if (Plot.isTold(years.get(i), years, step)) {
                String year = Integer.toString(years.get(i));
                double middle = room.getX() + (i + 0.5) * width;
                sheet.text(year, middle, room.getMaxY() + 16, Mark.Anchor.MIDDLE, Sheet.SMALL);
            }
        }
    }

    /** What colours mean: a share of demand that is missing, or supply over it; in two rows where one is too long. */
    private double drawScale(Sheet sheet, Rectangle2D body) {
        Words words = sheet.words();
        double y = body.getY() + 13;
        double end = drawRamp(sheet, words.of("heat.short." + path.label()), body.getX(), y, true) + 26;
        double next = sheet.width(words.of("heat.over." + path.label()), Sheet.SMALL) + 8 + RAMP * STEP;
        boolean fits = end + next <= body.getMaxX();
        y += fits ? 0 : 24;
        end = drawRamp(sheet, words.of("heat.over." + path.label()), fits ? end : body.getX(), y, false) + 26;
        if (lines.stream().anyMatch(line -> line.cells().size() < years.size())) {
            sheet.fill(new Rectangle2D.Double(end, y - 10, 14, 13), Palette.MISSING);
            sheet.text(words.of("heat.unknown"), end + 20, y, Mark.Anchor.START, Sheet.SMALL);
        }
        return y + 17 - body.getY();
    }

    private static double drawRamp(Sheet sheet, String name, double start, double y, boolean missing) {
        sheet.text(name, start, y, Mark.Anchor.START, Sheet.SMALL);
        double x = start + sheet.width(name, Sheet.SMALL) + 8;
        for (int i = 0; i < RAMP; i++) {
            double share = i / (RAMP - 1.0);
            Color color = missing ? Palette.missing(share) : Palette.over(share);
            sheet.fill(new Rectangle2D.Double(x, y - 13, STEP, 18), color);
            Mark.Type type = Sheet.SMALL.in(Palette.on(color));
            sheet.text(sheet.words().percent(share, 0), x + STEP / 2, y, Mark.Anchor.MIDDLE, type);
            x += STEP;
        }
        return x;
    }
}
