package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.scenario.table.Messages;

/** Every message in the sources that a user of the command can meet is there in Chinese, with all that it tells of. */
class MessageCatalogueTest {
    private static final Messages CHINESE = Messages.in(Locale.CHINESE);

    private static final Path CATALOGUE = Path.of(
            "..", "scenario", "src", "main", "resources", "org", "kapok", "scenario", "table", "messages_zh.txt");

    /** What commands reach of core; the rest is for those who call it from Java. */
    private static final Pattern REACHED = Pattern.compile("(AgeGroups|Axis|CellSpace|Cube|Population|Region|Selection"
            + "|Status|FertilityRates|MarginChecks|ProportionalFitting|LifeTable|E0Search|Graduation)\\.java.*");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern BLANK = Pattern.compile("\\{[#=]?\\d\\}");

    /** What is no English: text in quotes, options, files, keys, and the part of a type that a message begins with. */
    private static final Pattern NAME =
            Pattern.compile("\"[^\"]*\"|--[a-z-]+|[a-z_]+\\.(?:csv|json|md)\\b|[a-z]+_[a-z_]+");

    private static final Pattern PART =
            Pattern.compile("[A-Z][A-Za-z]*\\.([a-z]+): got .*|Change \\d+\\.([a-z]+): got .*");

    @ParameterizedTest
    @ValueSource(strings = {"core", "projection", "demand", "scenario", "report", "cli"})
    void messages_inTheSources_areSaidInChinese(String module) throws IOException {
        Set<String> kept = wordsOf(chinese());
        List<String> wrong = new ArrayList<>();
        List<SourceMessages.Message> messages =
                SourceMessages.of(List.of(Path.of("..", module, "src", "main", "java")));
        for (SourceMessages.Message message : messages) {
            String english = filled(message.text());
            String said = CHINESE.of(english);
            Matcher part = PART.matcher(english);
            String rest = part.matches()
                    ? said.replaceFirst(part.group(1) == null ? part.group(2) : part.group(1), "")
                    : said;
            Set<String> left = wordsOf(List.of(rest));
            left.removeAll(kept);
            boolean reached =
                    !module.equals("core") || REACHED.matcher(message.where()).matches();
            if (reached && (!left.isEmpty() || !numbers(said).equals(numbers(english)))) {
                wrong.add(message.where() + ": " + english + "\n    " + said);
            }
        }

        assertThat(messages).hasSizeGreaterThan(15);
        assertThat(wrong).isEmpty();
    }

    @Test
    void catalogue_everyPair_hasTheSameBlanksAndChinese() throws IOException {
        List<String> lines = lines();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            String english = lines.get(i);
            String said = lines.get(i + 1);
            boolean chinese =
                    said.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                            || WORD.matcher(BLANK.matcher(said).replaceAll(""))
                                            .results()
                                            .count()
                                    == 0;
            if (!blanks(english).equals(blanks(said)) || !chinese) {
                wrong.add(english + "\n    " + said);
            }
        }

        assertThat(lines).hasSizeGreaterThan(600);
        assertThat(wrong).isEmpty();
        assertThat(english()).doesNotHaveDuplicates();
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
        return found(Pattern.compile("7\\d{3}"), text);
    }

    private static List<String> blanks(String template) {
        return found(BLANK, template);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(each -> each.group())
                .sorted()
                .toList();
    }

    private static Set<String> wordsOf(List<String> texts) {
        return texts.stream()
                .map(text -> NAME.matcher(text).replaceAll(""))
                .flatMap(text -> WORD.matcher(text).results())
                .map(each -> each.group())
                .collect(Collectors.toSet());
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(CATALOGUE).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> english() throws IOException {
        List<String> lines = lines();
        List<String> english = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            english.add(lines.get(i));
        }
        return english;
    }

    private static List<String> chinese() throws IOException {
        List<String> lines = lines();
        List<String> chinese = new ArrayList<>();
        for (int i = 1; i < lines.size(); i += 2) {
            chinese.add(lines.get(i));
        }
        return chinese;
    }
}
