package org.kapok.report.picture;

import java.text.BreakIterator;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.Names;
import org.kapok.scenario.RegionMap;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.Text;
import org.kapok.scenario.Vocabulary;

/** What pictures say, in English or Chinese. */
final class Words {
    private static final double TEN_THOUSAND = 1e4;
    private static final double HUNDRED_MILLION = 1e8;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    private final Locale locale;
    private final boolean titled;
    private final ResourceBundle bundle;
    private final Vocabulary shared;

    private Words(Locale locale, boolean titled) {
        this.locale = locale;
        this.titled = titled;
        this.bundle = ResourceBundle.getBundle("org.kapok.report.picture.Pictures", locale);
        this.shared = Vocabulary.of(locale);
    }

    /** The words of a locale: Chinese for Chinese, English for all others. */
    static Words of(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return new Words(chinese ? Locale.CHINESE : Locale.ENGLISH, true);
    }

    /** English words, and ids in place of titles. */
    static Words plain() {
        return new Words(Locale.ENGLISH, false);
    }

    boolean chinese() {
        return locale.equals(Locale.CHINESE);
    }

    /** A phrase of the pictures' own or of the vocabulary, its blanks filled; numbers must come as text. */
    String of(String key, Object... blanks) {
        if (!bundle.containsKey(key)) {
            return shared.of(key, blanks);
        }
        return new MessageFormat(bundle.getString(key), locale).format(blanks);
    }

    /** Whether there is a phrase of this key. */
    boolean has(String key) {
        return bundle.containsKey(key) || shared.has(key);
    }

    /** What something of a scenario is called. */
    String title(Scenario scenario, String kind, String id) {
        return titled ? scenario.titleOf(kind, id).in(locale) : id;
    }

    /** The place of a scenario, or an area of it. */
    String area(Scenario scenario, String area) {
        if (area.isEmpty()) {
            return titled ? scenario.place().in(locale) : scenario.id();
        }
        boolean group = scenario.inputs().base().space().groups().contains(area);
        return title(scenario, group ? "group" : "region", area);
    }

    /** The title of a scenario. */
    String scenario(Scenario scenario) {
        return titled ? scenario.title().in(locale) : scenario.id();
    }

    /** Whom to name under a map. */
    String attribution(RegionMap map) {
        String text = map.attribution().in(locale);
        return text.isEmpty() || text.endsWith(".") || text.endsWith("。") ? text : text + (chinese() ? "。" : ".");
    }

    /** The unit of a service. */
    String unit(Scenario scenario, String service) {
        Text unit = scenario.units().get(service);
        return unit == null || !titled ? "" : unit.in(locale);
    }

    /** What a measure is called within a title. */
    String measure(Scenario scenario, String id) {
        return shared.within(new Names(scenario, locale).measure(id));
    }

    /** What people of some ages are called. */
    String aged(String people, AgeBand band) {
        return shared.aged(people, band);
    }

    /** A band of ages as part of a name. */
    String ages(AgeBand band) {
        return shared.ages(band);
    }

    /** Sentences one after another. */
    String sentences(String... all) {
        return Stream.of(all).filter(each -> !each.isEmpty()).collect(Collectors.joining(chinese() ? "" : " "));
    }

    /** A name as the start of a line. */
    String first(String name) {
        return chinese() || name.isEmpty() ? name : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** A number with so many decimals; minus as typography has it. */
    String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(Math.abs(value));
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return value < 0 && !zero ? "\u2212" + text : text;
    }

    /** A share of 0 to 1 as percent. */
    String percent(double share, int decimals) {
        return number(100 * share, decimals) + "%";
    }

    /** A number in three digits, or in as many as it has before the point. */
    String figure(double value) {
        return digits(value, 3);
    }

    /** A number in three digits or so: 1.23M, 45.6k, 123万. */
    String compact(double value) {
        return compact(value, 3);
    }

    /** A number in two digits or so: 1.2M, 46k, 123万. */
    String brief(double value) {
        return compact(value, 2);
    }

    private String compact(double value, int digits) {
        double size = Math.abs(value);
        if (chinese()) {
            return size >= HUNDRED_MILLION
                    ? digits(value / HUNDRED_MILLION, digits) + "亿"
                    : size >= TEN_THOUSAND ? digits(value / TEN_THOUSAND, digits) + "万" : number(value, 0);
        }
        if (size >= MILLION) {
            return digits(value / MILLION, digits) + "M";
        }
        return size >= TEN_THOUSAND ? digits(value / THOUSAND, digits) + "k" : number(value, 0);
    }

    private String digits(double value, int digits) {
        int whole = Math.abs(value) < 9.995 ? 1 : Math.abs(value) < 99.95 ? 2 : 3;
        return number(value, Math.max(0, digits - whole));
    }

    /** In what numbers up to a size are best told. */
    Unit persons(double largest) {
        if (chinese()) {
            return largest >= 2 * HUNDRED_MILLION
                    ? new Unit(HUNDRED_MILLION, of("unit.hundred_million"))
                    : largest >= 2 * TEN_THOUSAND ? new Unit(TEN_THOUSAND, of("unit.ten_thousand")) : one();
        }
        if (largest >= 2 * MILLION) {
            return new Unit(MILLION, of("unit.million"));
        }
        return largest >= 2 * THOUSAND ? new Unit(THOUSAND, of("unit.thousand")) : one();
    }

    /** In what things of a unit are best told. */
    Unit units(double largest, String unit) {
        double size = persons(largest).size();
        String scale = size == HUNDRED_MILLION
                ? "count.hundred_million"
                : size == MILLION ? "count.million" : chinese() ? "count.ten_thousand" : "count.thousand";
        return new Unit(size, size == 1 ? unit : of(scale, unit));
    }

    private Unit one() {
        return new Unit(1, of("unit.persons"));
    }

    /**
     * What numbers are told in.
     *
     * @param size how many one is
     * @param name what it is called
     */
    record Unit(double size, String name) {}

    /** Where lines of a text may break. */
    BreakIterator breaks() {
        return BreakIterator.getLineInstance(locale);
    }
}
