package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The help of every command: whole in both languages, on a narrow screen, with examples that are right. */
class HelpPageTest {
    private static final int NARROW = 80;

    @ParameterizedTest
    @EnumSource(Language.class)
    void help_ofEveryCommand_fitsANarrowScreenAndShowsExamples(Language language) {
        for (CommandLine command : all(line(language))) {
            String help = Style.plain(command.getUsageMessage());
            assertThat(help.lines())
                    .as(name(command))
                    .allSatisfy(
                            line -> assertThat(TextTable.width(line)).as(line).isLessThanOrEqualTo(NARROW));
            assertThat(help)
                    .contains(language == Language.zh ? "示例" : "Examples")
                    .contains("  kapok ");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 60", "zh, 60", "en, 55", "zh, 55", "en, 120", "zh, 120"})
    void help_onATerminal_fitsItAndIsNoBroaderThanCanBeRead(Language language, int columns) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Terminal terminal = new Terminal(true, true, false, columns, "kapok");
        for (CommandLine command : all(Kapok.line(language, terminal, nowhere, nowhere))) {
            assertThat(Style.plain(command.getUsageMessage()).lines())
                    .as(name(command))
                    .allSatisfy(line ->
                            assertThat(TextTable.width(line)).as(line).isLessThanOrEqualTo(Math.min(NARROW, columns)));
        }
    }

    @Test
    void help_inChinese_leavesNothingInEnglish() {
        for (CommandLine command : all(line(Language.zh))) {
            List<String> texts = new ArrayList<>(
                    List.of(command.getCommandSpec().usageMessage().header()));
            texts.addAll(List.of(command.getCommandSpec().usageMessage().description()));
            for (ArgSpec argument : command.getCommandSpec().args()) {
                texts.add(String.join("", argument.description()));
            }
            assertThat(texts)
                    .as(name(command))
                    .allSatisfy(text -> assertThat(text).containsPattern("\\p{IsHan}"));
        }
    }

    @Test
    void examples_areTheSameInBothLanguages() {
        List<CommandLine> english = all(line(Language.en));
        List<CommandLine> chinese = all(line(Language.zh));
        for (int i = 0; i < english.size(); i++) {
            assertThat(examples(chinese.get(i))).as(name(english.get(i))).isEqualTo(examples(english.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("everyExample")
    void example_isUnderstood(String example) {
        String[] words =
                example.split(" (&&|>|<) ")[0].replaceFirst("^kapok ?", "").split(" ");
        CommandLine parsed = line(Language.en);

        assertThat(parsed.parseArgs(words).errors()).isEmpty();
        assertThat(parsed.getParseResult().hasSubcommand()).isTrue();
    }

    static Stream<String> everyExample() {
        return all(line(Language.en)).stream().flatMap(command -> examples(command).stream());
    }

    @Test
    void helpCommand_ofACommand_showsTheSameAsItsOption() {
        assertThat(printed("help", "solve")).isEqualTo(printed("solve", "--help"));
        assertThat(printed("help", "import", "wpp", "--lang", "zh"))
                .isEqualTo(printed("--lang=zh", "import", "wpp", "-h"));
        assertThat(printed("help")).isEqualTo(printed("--help"));
    }

    /** The commands in the examples of a help page. */
    private static List<String> examples(CommandLine command) {
        return Arrays.stream(command.getCommandSpec().usageMessage().footer())
                .map(String::strip)
                .filter(line -> line.startsWith("kapok "))
                .map(line -> line.split(" {2,}")[0])
                .map(line -> String.format(line))
                .toList();
    }

    private static String printed(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(Kapok.execute(new PrintWriter(out), new PrintWriter(out), arguments))
                .isZero();
        return out.toString();
    }

    private static CommandLine line(Language language) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Kapok.line(language, Terminal.NONE, nowhere, nowhere);
    }

    /** A command with all below it. */
    private static List<CommandLine> all(CommandLine top) {
        List<CommandLine> all = new ArrayList<>(List.of(top));
        top.getSubcommands().values().forEach(below -> all.addAll(all(below)));
        return all;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName(" ");
    }
}
