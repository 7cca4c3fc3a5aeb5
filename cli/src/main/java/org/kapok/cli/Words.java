package org.kapok.cli;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.Text;
import org.kapok.scenario.Vocabulary;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.Labels;
import org.kapok.scenario.table.Messages;

/** The command's own words, in English or Chinese. */
final class Words {
    private final Locale locale;
    private final ResourceBundle bundle;
    private final Vocabulary shared;

    /** The words of a locale: Chinese for Chinese, English for all others. */
    Words(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        this.locale = chinese ? Locale.CHINESE : Locale.ENGLISH;
        this.bundle = ResourceBundle.getBundle("org.kapok.cli.Words", this.locale);
        this.shared = Vocabulary.of(this.locale);
    }

    /** A phrase of the command's own or of the vocabulary, its blanks filled; numbers must come as text. */
    String of(String key, Object... blanks) {
        if (!bundle.containsKey(key)) {
            return shared.of(key, blanks);
        }
        return new MessageFormat(bundle.getString(key), locale).format(blanks);
    }

    /** The Chinese of all help; English stands beside the options themselves. */
    Optional<ResourceBundle> help() {
        return locale.equals(Locale.CHINESE)
                ? Optional.of(ResourceBundle.getBundle("org.kapok.cli.Help", locale))
                : Optional.empty();
    }

    /** When a command ends with exit code 1. */
    String failureOf(String command) {
        String own = "exit." + command;
        return of(bundle.containsKey(own) ? own : "exit");
    }

    Locale locale() {
        return locale;
    }

    /** What people of some ages are called. */
    String aged(String people, AgeBand band) {
        return shared.aged(people, band);
    }

    /** A band of ages as part of a name. */
    String ages(AgeBand band) {
        return shared.ages(band);
    }

    boolean has(String key) {
        return bundle.containsKey(key) || shared.has(key);
    }

    /** What was probably meant, to stand behind a sentence; empty where nothing known is like it. */
    String meant(String got, List<String> known) {
        String nearest = Labels.nearest(got, known);
        String apart = locale.equals(Locale.CHINESE) ? "" : " ";
        return nearest.isEmpty() ? "" : apart + of("usage.meant", nearest);
    }

    /** What the library says, in this language. */
    String said(String message) {
        return Messages.in(locale).of(message);
    }

    /** What is wrong with input, in this language. */
    String said(InputDataException refused) {
        return Messages.in(locale).of(refused);
    }

    /** A scenario's text in this language. */
    String of(Text text) {
        return text.in(locale);
    }
}
