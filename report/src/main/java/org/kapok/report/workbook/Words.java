package org.kapok.report.workbook;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.kapok.scenario.Text;

/** The workbook's own words, in English or Chinese. */
final class Words {
    private final Locale locale;
    private final ResourceBundle bundle;

    /** The words of a locale: Chinese for Chinese, English for all others. */
    Words(Locale locale) {
        this.locale = locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        this.bundle = ResourceBundle.getBundle("org.kapok.report.workbook.Words", this.locale);
    }

    /** A phrase with its blanks filled; numbers must come as text. */
    String of(String key, Object... blanks) {
        return new MessageFormat(bundle.getString(key), locale).format(blanks);
    }

    /** A scenario's text in this language. */
    String of(Text text) {
        return text.in(locale);
    }

    boolean chinese() {
        return locale.equals(Locale.CHINESE);
    }
}
