package org.kapok.report.picture;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.kapok.core.AgeGroups;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.scenario.ScenarioRun;

/** Residents by age, men on the left and women on the right, each status in its shade, beside the base year. */
record Pyramid(ScenarioRun run, int year, String area) implements Chart {
    private static final double AXIS = 52; // the column of ages
    private static final double HEAD = 24;
    private static final double FOOT = 40;

    @Override
    public Captions captions(Words words) {
        Population people = run.projection().in(year);
        String title = words.of("pyramid.title", words.area(run.scenario(), area), Integer.toString(year));
        String subtitle = words.scenario(run.scenario());
        String note = words.of("pyramid.note", Sources.date(words, people.date()));
        return new Captions(title, subtitle, words.sentences(note, Sources.of(words, run.scenario())));
    }

    @Override
    public void draw(Sheet sheet, Rectangle2D body) {
        Rectangle2D room = Legend.draw(sheet, keys(sheet.words()), body);
        Layout layout = layout(sheet, room);
        layout.drawAxes(sheet);
        for (Sex sex : Sex.values()) {
            drawBars(sheet, layout, sex);
            sheet.line(layout.steps(profile(base(), residents(), sex), sex), new Mark.Line(Palette.INK, 1.4, 0));
            drawHead(sheet, layout, sex);
        }
    }

    private Population base() {
        return run.projection().at(0);
    }

    private static Selection residents() {
        return Selection.residents();
    }

    private List<Status> statuses() {
        return run.projection().space().statuses().stream()
                .filter(Status::resident)
                .toList();
    }

    private List<Legend.Key> keys(Words words) {
        List<Legend.Key> keys = new ArrayList<>();
        for (int i = 0; statuses().size() > 1 && i < statuses().size(); i++) {
            String name =
                    words.title(run.scenario(), "status", statuses().get(i).id());
            keys.add(new Legend.Swatch(name, List.of(shade(Sex.MALE, i), shade(Sex.FEMALE, i))));
        }
        String before = words.of("pyramid.base", Integer.toString(base().date().getYear()));
        keys.add(new Legend.Stroke(before, Mark.Line.of(Palette.INK, 1.4)));
        return keys;
    }

    private Color shade(Sex sex, int status) {
        Color full = sex == Sex.MALE ? Palette.MALE : Palette.FEMALE;
        int all = statuses().size();
        return Palette.lighter(full, all == 1 ? 0.15 : 0.65 * status / (all - 1));
    }

    /** Persons by age of a sex, shape [age]. */
    private double[] profile(Population people, Selection who, Sex sex) {
        double[] sums = new double[people.space().ages().count()];
        for (int region : people.space().regionsIn(area)) {
            double[] ages = people.byAge(region, who.of(sex));
            for (int age = 0; age < sums.length; age++) {
                sums[age] += ages[age];
            }
        }
        return sums;
    }

    private Layout layout(Sheet sheet, Rectangle2D room) {
        double most = 0;
        for (Population people : List.of(base(), run.projection().in(year))) {
            for (Sex sex : Sex.values()) {
                for (double persons : profile(people, residents(), sex)) {
                    most = Math.max(most, persons);
                }
            }
        }
        Words.Unit unit = sheet.words().persons(most);
        Rectangle2D bars = new Rectangle2D.Double(
                room.getX(), room.getY() + HEAD, room.getWidth(), room.getHeight() - HEAD - FOOT);
        return new Layout(bars, run.projection().space().ages(), Ticks.around(0, most / unit.size(), 5), unit);
    }

    private void drawBars(Sheet sheet, Layout layout, Sex sex) {
        Population people = run.projection().in(year);
        double[] below = new double[layout.ages.count()];
        for (int i = 0; i < statuses().size(); i++) {
            double[] persons =
                    profile(people, Selection.status(statuses().get(i).id()), sex);
            for (int age = 0; age < persons.length; age++) {
                String about = layout.ages.label(age) + ": " + sheet.words().number(persons[age], 0);
                sheet.fill(layout.bar(sex, age, below[age], below[age] + persons[age]), shade(sex, i), about);
                below[age] += persons[age];
            }
        }
    }

    private void drawHead(Sheet sheet, Layout layout, Sex sex) {
        Words words = sheet.words();
        Population people = run.projection().in(year);
        double persons = people.total(residents().of(sex), area);
        double all = people.total(residents(), area);
        String text = words.of(
                "pyramid." + sex.label(), words.compact(persons), all > 0 ? words.percent(persons / all, 1) : "0%");
        Color color = sex == Sex.MALE ? Palette.MALE : Palette.FEMALE;
        Mark.Anchor anchor = sex == Sex.MALE ? Mark.Anchor.START : Mark.Anchor.END;
        double x = sex == Sex.MALE ? layout.bars.getX() : layout.bars.getMaxX();
        sheet.text(text, x, layout.bars.getY() - 8, anchor, Sheet.PLAIN.inBold().in(color));
    }

    /** Where ages and persons are. */
    private record Layout(Rectangle2D bars, AgeGroups ages, Ticks ticks, Words.Unit unit) {
        double x(Sex sex, double persons) {
            double half = (bars.getWidth() - AXIS) / 2;
            double length = persons / unit.size() / ticks.last() * half;
            double middle = bars.getCenterX();
            return sex == Sex.MALE ? middle - AXIS / 2 - length : middle + AXIS / 2 + length;
        }

        /** The lower edge of an age group. */
        double y(int age) {
            return bars.getMaxY() - bars.getHeight() * age / ages.count();
        }

        Rectangle2D bar(Sex sex, int age, double from, double to) {
            double gap = ages.count() > 40 ? -0.4 : 1.5; // below 0 so that no paper shows between narrow bars
            double x = Math.min(x(sex, from), x(sex, to));
            return new Rectangle2D.Double(
                    x, y(age + 1) + gap / 2, Math.abs(x(sex, to) - x(sex, from)), y(age) - y(age + 1) - gap);
        }

        Path2D steps(double[] persons, Sex sex) {
            List<double[]> points = new ArrayList<>();
            for (int age = 0; age < persons.length; age++) {
                points.add(new double[] {x(sex, persons[age]), y(age)});
                points.add(new double[] {x(sex, persons[age]), y(age + 1)});
            }
            return Sheet.through(points);
        }

        void drawAxes(Sheet sheet) {
            double foot = bars.getMaxY();
            for (Sex sex : Sex.values()) {
                for (double tick : ticks.all()) {
                    double x = x(sex, tick * unit.size());
                    sheet.line(x, bars.getY(), x, foot, Mark.Line.of(Palette.GRID, 1));
                    String number = sheet.words().number(tick, ticks.decimals());
                    sheet.text(number, x, foot + 16, Mark.Anchor.MIDDLE, Sheet.SMALL);
                }
            }
            String key = ages.uniformWidth() == 1 ? "pyramid.unit" : "pyramid.unit_group";
            sheet.text(
                    sheet.words().of(key, unit.name()), bars.getCenterX(), foot + 33, Mark.Anchor.MIDDLE, Sheet.SMALL);
            sheet.text(sheet.words().of("age"), bars.getCenterX(), bars.getY() - 8, Mark.Anchor.MIDDLE, Sheet.SMALL);
            drawAges(sheet);
        }

        private void drawAges(Sheet sheet) {
            double height = bars.getHeight() / ages.count();
            int step = 1;
            while (step * height < 14) {
                step = step == 1 ? 2 : step == 2 ? 5 : step + 5;
            }
            for (int age = 0; age < ages.count(); age += step) {
                double y = (y(age) + y(age + 1)) / 2 + 4;
                sheet.text(ages.label(age), bars.getCenterX(), y, Mark.Anchor.MIDDLE, Sheet.SMALL);
            }
        }
    }
}
