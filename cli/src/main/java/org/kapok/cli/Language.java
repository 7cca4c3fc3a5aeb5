package org.kapok.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages that are spoken. */
enum Language {
    en(Locale.ENGLISH),
    zh(Locale.CHINESE);

    private static final String OPTION = "--lang";
    private static final List<String> VARIABLES = List.of("KAPOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /**
     * The language to speak before arguments are parsed, as help and complaints need one too: that of {@code --lang}
     * anywhere among them, else of the first variable of the environment that names one, else of the system.
     */
    static Language of(List<String> arguments, Map<String, String> environment, Locale system) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String value = argument.startsWith(OPTION + "=")
                    ? argument.substring(OPTION.length() + 1)
                    : argument.equals(OPTION) && i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            Optional<Language> named = named(value);
            if (named.isPresent()) {
                return named.get();
            }
        }
        // A locale that is not installed is C to Java, so the variables are read here.
        for (String variable : VARIABLES) {
            Optional<Language> named = named(environment.getOrDefault(variable, ""));
            if (named.isPresent()) {
                return named.get();
            }
        }
        return named(system.getLanguage()).orElse(en);
    }

    /** The language of a name such as zh, zh-CN or zh_CN.UTF-8. */
    private static Optional<Language> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (lower.matches(language + "([-_.@].*)?")) {
                return Optional.of(language);
            }
        }
        return lower.matches("[a-z]{2,3}([-_.@].*)?") ? Optional.of(en) : Optional.empty();
    }
}
