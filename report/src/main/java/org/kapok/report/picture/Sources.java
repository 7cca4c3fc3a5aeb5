package org.kapok.report.picture;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kapok.scenario.Scenario;

/** Where the numbers of a picture come from. */
final class Sources {
    private Sources() {}

    /** The note that every picture carries. */
    static String of(Words words, Scenario scenario) {
        return words.of(
                "source", scenario.id(), date(words, scenario.inputs().base().date()));
    }

    /** A date as people write it. */
    static String date(Words words, LocalDate date) {
        return words.chinese()
                ? date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日"
                : DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).format(date);
    }
}
