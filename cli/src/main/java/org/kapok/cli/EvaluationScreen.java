package org.kapok.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.kapok.core.Axis;
import org.kapok.projection.Evaluation.Difference;
import org.kapok.projection.Evaluation.YearErrors;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.RunEvaluation;

/** The errors of a run, on a screen: totals by year, then the cells with the largest errors. */
final class EvaluationScreen {
    private static final String NONE = "";

    /** More dates than this do not fit on a line. */
    private static final int LISTED = 4;

    private final RunEvaluation evaluation;
    private final List<YearErrors> years;
    private final List<Axis> axes; // those of a year's cells
    private final double minCell;
    private final Words words;

    EvaluationScreen(RunEvaluation evaluation, double minCell, Words words) {
        this.evaluation = evaluation;
        this.years = evaluation.evaluation().years();
        this.axes =
                evaluation.cells().axes().subList(1, evaluation.cells().axes().size());
        this.minCell = minCell;
        this.words = words;
    }

    void print(PrintWriter out) {
        totals().print(out);
        if (!axes.isEmpty()) {
            out.println();
            out.println(words.of("largest"));
            cells(year -> Optional.of(year.largest())).print(out);
            out.println();
            out.println(words.of("largest_relative", persons(minCell)));
            cells(YearErrors::largestRelative).print(out);
        }
        out.println();
        String day = evaluation.run().dates().get(0).toString().substring(5);
        if (axes.isEmpty()) {
            out.println(words.of("compared_total", day));
        } else {
            out.println(words.of("compared", day, persons(years.get(0).cells())));
            out.println(described());
        }
        if (axes.stream().noneMatch(axis -> axis.name().equals(Axis.STATUS))) {
            out.println(words.of("residents_only"));
        }
        if (!evaluation.missing().isEmpty()) {
            out.println(words.of("missing", missing()));
        }
        out.println(words.of("mape_note"));
        out.println(words.of("weighted_note"));
    }

    /** What lies beyond the limits, if there are any limits. */
    List<String> beyond(Double limitTotal, Double limitCell) {
        List<String> beyond = new ArrayList<>();
        for (YearErrors year : years) {
            String date = evaluation.date(year).toString();
            if (limitTotal != null && isBeyond(year.total(), limitTotal)) {
                beyond.add(words.of("beyond_total", date, exact(year.total()), exact(limitTotal)));
            }
            if (limitCell != null && year.largestRelative().isEmpty()) {
                beyond.add(words.of("beyond_no_cell", date, persons(minCell)));
            }
            year.largestRelative()
                    .filter(cell -> limitCell != null && isBeyond(cell, limitCell))
                    .ifPresent(cell -> beyond.add(words.of(
                            "beyond_cell", date, String.join(" ", place(cell)), exact(cell), exact(limitCell))));
        }
        return beyond;
    }

    private TextTable totals() {
        TextTable table = new TextTable(1, 1);
        table.add(header("date", "compared_to", "projected", "error", "error_share", "mape", "weighted", "zero_cells"));
        for (YearErrors year : years) {
            List<String> row = new ArrayList<>(List.of(evaluation.date(year).toString()));
            row.addAll(numbers(year.total()));
            row.add(percent("%.3f%%", year.mape()));
            row.add(percent("%.3f%%", year.weightedApe()));
            row.add(persons(year.zeroCells()));
            table.add(row);
        }
        return table;
    }

    private TextTable cells(Function<YearErrors, Optional<Difference>> ofYear) {
        TextTable table = new TextTable(1 + axes.size(), 1);
        List<String> header = header("year");
        axes.forEach(axis -> header.add(words.of("axis." + axis.name())));
        header.addAll(header("compared_to", "projected", "error", "error_share"));
        table.add(header);
        for (YearErrors year : years) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(year.year())));
            Optional<Difference> cell = ofYear.apply(year);
            if (cell.isEmpty()) {
                row.add(words.of("no_cell"));
            } else if (cell.get().error() == 0) {
                row.add(words.of("no_error"));
            } else {
                row.addAll(place(cell.get()));
                row.addAll(numbers(cell.get()));
            }
            table.add(row);
        }
        return table;
    }

    private List<String> header(String... keys) {
        List<String> header = new ArrayList<>();
        for (String key : keys) {
            header.add(words.of(key));
        }
        return header;
    }

    /** The labels of a cell as people write them. */
    private List<String> place(Difference cell) {
        List<String> place = new ArrayList<>();
        for (Axis axis : axes) {
            String label = cell.at().get(axis.name());
            place.add(
                    switch (axis.name()) {
                        case Axis.SEX -> words.of("sex." + label);
                        case Axis.AGE -> group(axis, axis.indexOf(label)).toString();
                        default -> label;
                    });
        }
        return place;
    }

    private AgeBand group(Axis ages, int group) {
        int from = Integer.parseInt(ages.labels().get(group));
        boolean last = group == ages.size() - 1;
        return new AgeBand(
                from,
                last
                        ? evaluation.cells().toAge()
                        : Integer.parseInt(ages.labels().get(group + 1)) - 1);
    }

    /** What the cells of a year are by: how many labels of the run's each axis has, and from where to where ages go. */
    private String described() {
        List<String> parts = new ArrayList<>();
        for (Axis axis : axes) {
            int known = evaluation.run().persons().axis(axis.name()).size();
            String whole = axis.name().equals(Axis.AGE)
                    ? new AgeBand(group(axis, 0).from(), evaluation.cells().toAge()).toString()
                    : Integer.toString(known);
            parts.add(words.of("by_" + axis.name(), Integer.toString(axis.size()), whole));
        }
        return "  " + String.join(words.of("and"), parts);
    }

    private static List<String> numbers(Difference difference) {
        return List.of(
                persons(difference.expected()),
                persons(difference.projected()),
                signed("%+,.0f", difference.error()),
                share(difference));
    }

    private static boolean isBeyond(Difference difference, double limit) {
        return Math.abs(difference.relativeError().orElseThrow()) > limit;
    }

    private static String share(Difference difference) {
        return difference
                .relativeError()
                .map(share -> percent("%+.3f%%", share))
                .orElse(NONE);
    }

    private static String percent(String format, double share) {
        return signed(format, 100 * share);
    }

    private static String exact(Difference difference) {
        return exact(Math.abs(difference.relativeError().orElseThrow()));
    }

    /** A share in percent with the digits that tell it from a limit near by. */
    private static String exact(double share) {
        BigDecimal percent = new BigDecimal(100 * share).round(new MathContext(4));
        return percent.stripTrailingZeros().toPlainString() + "%";
    }

    /** What is expected and not in the run, or the ends of a long list. */
    private String missing() {
        List<String> dates = evaluation.missing();
        String last = dates.get(dates.size() - 1);
        return dates.size() <= LISTED
                ? String.join(words.of("and"), dates)
                : String.join(words.of("and"), dates.get(0), dates.get(1), "...", last) + " (" + dates.size() + ")";
    }

    private static String persons(double persons) {
        return Figures.whole(persons);
    }

    /** A number whose sign is left out where it rounds to zero. */
    private static String signed(String format, double number) {
        String text = String.format(Locale.ROOT, format, number);
        boolean zero = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return zero ? String.format(Locale.ROOT, format.replace("+", NONE), 0.0) : text;
    }
}
