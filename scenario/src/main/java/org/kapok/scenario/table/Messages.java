package org.kapok.scenario.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Messages in the language of those who read them.
 *
 * <p>A message is written once, in English, where it arises, and stays so in exceptions and logs. For readers of another
 * language the resource {@code messages_zh.txt} has a pattern for every sentence and part of one, {@code got {1},
 * expected {2}}, and how it is said. What a pattern leaves open is said by other patterns, or stays as it is: labels,
 * numbers, what stands in a file. For readers of any language the name of a type of the library is taken off the front,
 * {@code Projection: }, which only Java users know.
 */
public final class Messages {
    /** The name of a type before what is said of it; of a type's part, {@code Ensemble.draws}, where that is a word. */
    private static final Pattern TYPE = Pattern.compile(
            "^[A-Z][A-Za-z]*(?:: (?=got )|\\.[a-z]+[A-Z][A-Za-z]*: (?=got )|\\.(?=[a-z.]+(?:, .*)?: got ))");

    private final List<MessagePattern> patterns;
    private final boolean chinese;

    /** Catalogues, each read when it is first needed. */
    private static final class English {
        private static final Messages ALL = new Messages(List.of(), false);
    }

    private static final class Chinese {
        private static final Messages ALL = new Messages(read("messages_zh.txt"), true);
    }

    private Messages(List<MessagePattern> patterns, boolean chinese) {
        this.patterns = patterns;
        this.chinese = chinese;
    }

    /** Chinese for a Chinese locale, English for all others. */
    public static Messages in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Chinese.ALL : English.ALL;
    }

    /** A message, line by line. */
    public String of(String message) {
        return message.lines()
                .map(line -> say(TYPE.matcher(line).replaceFirst("")))
                .collect(Collectors.joining("\n"));
    }

    /** A problem as one line of text, as {@link InputProblem#toString} in this language. */
    public String of(InputProblem problem) {
        InputProblem said = new InputProblem(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.place(),
                say(problem.detail()),
                of(problem.message()));
        return chinese ? said.inChinese() : said.toString();
    }

    /** All problems, one a line, the first {@value InputDataException#PRINTED}. */
    public String of(InputDataException refused) {
        return InputDataException.print(refused.problems(), this::of, this::say);
    }

    private String say(String text) {
        for (MessagePattern pattern : patterns) {
            Optional<String> said = pattern.say(text, this::say);
            if (said.isPresent()) {
                return said.get();
            }
        }
        return text;
    }

    /** The patterns of a catalogue, those that say most first. */
    private static List<MessagePattern> read(String resource) {
        try (InputStream file = Objects.requireNonNull(Messages.class.getResourceAsStream(resource), resource)) {
            return MessagePattern.ofLines(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
