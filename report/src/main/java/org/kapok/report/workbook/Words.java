package org.kapok.report.workbook;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.Text;
import org.kapok.scenario.Vocabulary;

/** The workbook's own words, in English or Chinese. */
final class Words {
    private final Locale locale;
    private final ResourceBundle bundle;
    private final Vocabulary shared;

    /** The words of a locale: Chinese for Chinese, English for all others. */
    Words(Locale locale) {
        this.locale = locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        this.bundle = ResourceBundle.getBundle("org.kapok.report.workbook.Words", this.locale);
        this.shared = Vocabulary.of(this.locale);
    }

    /** The name of a column: the workbook's own, or the vocabulary's of the same key. */
    String column(String key) {
        String own = "column." + key;
        return bundle.containsKey(own) ? of(own) : shared.of(key);
    }

    /** A phrase of the workbook's own or of the vocabulary, its blanks filled; numbers must come as text. */
    String of(String key, Object... blanks) {
        if (!bundle.containsKey(key)) {
            return shared.of(key, blanks);
        }
        return new MessageFormat(bundle.getString(key), locale).format(blanks);
    }

    /** What people of some ages are called. */
    String aged(String people, AgeBand band) {
        return shared.aged(people, band);
    }

    /** What a share is called. */
    String share(String part, String whole) {
        return shared.share(part, whole);
    }

    /** A scenario's text in this language. */
    String of(Text text) {
        return text.in(locale);
    }

    Locale locale() {
        return locale;
    }

    boolean chinese() {
        return locale.equals(Locale.CHINESE);
    }
}
