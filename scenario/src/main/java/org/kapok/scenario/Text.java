package org.kapok.scenario;

import java.util.Locale;
import java.util.Objects;

/**
 * A text for people in English and Chinese.
 *
 * @param en English
 * @param zh Chinese
 */
public record Text(String en, String zh) {
    public Text {
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(zh, "zh");
    }

    /** The text in Chinese for Chinese readers, in English for all others. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
    }
}
