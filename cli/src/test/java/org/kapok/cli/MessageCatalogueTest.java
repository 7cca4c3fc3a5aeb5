package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.scenario.table.Messages;

/** Every message in the sources that a user of the command can meet is there in Chinese, with all that it tells of. */
class MessageCatalogueTest {
    private static final Messages CHINESE = Messages.in(Locale.CHINESE);

    /** Names that stay as they are: of keys, files, formats, options and programs. */
    private static final Set<String> NAMES = Set.of();

    /** English words, as opposed to what stands in quotes or is written in signs. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    private static final Pattern AS_IS = Pattern.compile("\"[^\"]*\"|--[a-z-]+|[a-z_]+\\.(?:csv|json|md)\\b|[a-z]+_[a-z_]+");

    @ParameterizedTest
    @ValueSource(strings = {"core", "projection", "demand", "scenario", "report", "cli"})
    void message_inTheSources_isSaidInChinese(String module) throws IOException {
        List<String> english = new ArrayList<>();
        for (SourceMessages.Message message : SourceMessages.of(List.of(Path.of("..", module, "src/main/java")))) {
            String filled = filled(message.text());
            String said = CHINESE.of(filled);
            if (!wordsLeft(said).isEmpty() || !numbers(said).equals(numbers(filled))) {
                english.add(message.where() + ": " + message.text().replace(SourceMessages.BLANK, '@') + "\n    " + said);
            }
        }

        assertThat(english).isEmpty();
    }

    /** With a number of its own in each blank. */
    private static String filled(String text) {
        StringBuilder filled = new StringBuilder();
        for (char c : text.toCharArray()) {
            filled.append(c == SourceMessages.BLANK ? String.valueOf(7001 + filled.length()) : c);
        }
        return filled.toString();
    }

    private static List<String> numbers(String text) {
        return Pattern.compile("7\\d{3}").matcher(text).results().map(found -> found.group()).sorted().toList();
    }

    private static Set<String> wordsLeft(String said) {
        return WORD.matcher(AS_IS.matcher(said).replaceAll(""))
                .results()
                .map(found -> found.group())
                .filter(word -> !NAMES.contains(word))
                .collect(Collectors.toSet());
    }
}
