package org.kapok.report.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What a reader would find fault with in a layout. */
final class Layouts {
    private static final double TOUCH = 0.5; // how deep labels may reach into each other

    private Layouts() {}

    /** Pairs of labels that lie on each other. */
    static List<String> collisions(Drawing drawing) {
        List<Mark.Label> labels = drawing.labels();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                Rectangle2D both = drawing.room(labels.get(i)).createIntersection(drawing.room(labels.get(j)));
                if (both.getWidth() > TOUCH && both.getHeight() > TOUCH) {
                    found.add(labels.get(j).text() + " | " + labels.get(i).text() + " " + both);
                }
            }
        }
        return found;
    }

    /** Labels that are cut off by the edge of the page. */
    static List<String> outside(Drawing drawing) {
        Rectangle2D page = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
        return drawing.labels().stream()
                .filter(label -> !page.contains(drawing.room(label)))
                .map(Mark.Label::text)
                .toList();
    }
}
