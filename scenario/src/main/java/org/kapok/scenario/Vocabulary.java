package org.kapok.scenario;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kapok.core.Selection;

/**
 * The words that everything made of results has in common: measures, verdicts, grades, ages, units, steps of a comparison.
 * They are stated once, in both languages side by side; what is shown in one place alone has its words there.
 */
public final class Vocabulary {
    private final Locale locale;
    private final Map<String, Text> words = all();

    private Vocabulary(Locale locale) {
        this.locale = locale;
    }

    /** The words of a locale: Chinese for Chinese, English for all others. */
    public static Vocabulary of(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return new Vocabulary(chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    /** Every phrase by its key, in a fixed order; blanks in it are {@code {0}}, {@code {1}}. */
    public static Map<String, Text> all() {
        Map<String, Text> all = new LinkedHashMap<>();
        ResultTables.rows("words.csv").forEach(row -> all.put(row.getField("key"), ResultTables.text(row)));
        return Collections.unmodifiableMap(all);
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /**
     * A phrase with its blanks filled; numbers must come as text.
     *
     * @throws IllegalArgumentException if there is no phrase of this key
     */
    public String of(String key, Object... blanks) {
        Text phrase = words.get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("Vocabulary: got " + key + ", expected a key of words.csv");
        }
        return new MessageFormat(phrase.in(locale), locale).format(blanks);
    }

    /** What people of some ages are called, such as {@code Residents aged 65 and over}; all ages add nothing. */
    public String aged(String people, AgeBand band) {
        return band.equals(AgeBand.all()) ? people : of("of_ages", people, ages(band));
    }

    /** What a share is called, such as {@code Residents aged 65 and over, % of residents}. */
    public String share(String part, String whole) {
        return of("share_of", part, within(whole));
    }

    /** A name within a phrase: without the capital letter that it has in English. */
    public String within(String name) {
        return locale.equals(Locale.CHINESE) ? name : name.substring(0, 1).toLowerCase(locale) + name.substring(1);
    }

    /**
     * A band of ages as part of a name, such as {@code aged 65 and over}.
     *
     * @param band not all ages
     */
    public String ages(AgeBand band) {
        boolean open = band.to() == Selection.OPEN;
        return open
                ? of("ages.open", Integer.toString(band.from()))
                : of("ages.closed", band.toString().replace('-', '–'));
    }
}
