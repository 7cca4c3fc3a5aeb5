package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.ScenarioRun;

/** What is printed to a terminal fits it; what goes to a file stays in one line. */
class ScreenTest {
    private final StringWriter text = new StringWriter();

    private List<String> lines() {
        return text.toString().lines().toList();
    }

    private static TextTable table() {
        TextTable table = new TextTable(1, 1);
        table.add(List.of("Services", "Norm 2025", "Need", "Supply"));
        table.add(List.of("EDUCATION"));
        table.add(List.of("  General senior secondary teachers", "22,147", "16,914", "14,620"));
        table.add(List.of("  Teachers of another kind", "1", "", ""));
        return table;
    }

    @Test
    void table_inAFile_isAsWideAsItIs() {
        table().print(new PrintWriter(text, true));

        assertThat(lines())
                .containsExactly(
                        "\u001b[1mServices                             Norm 2025    Need  Supply\u001b[0m",
                        Style.FAINT.of("-".repeat(62)),
                        "EDUCATION",
                        "  General senior secondary teachers     22,147  16,914  14,620",
                        "  Teachers of another kind                   1");
    }

    @Test
    void table_onANarrowScreen_isBrokenInItsCells() {
        table().print(new Screen(new StyledWriter(text), 50));

        assertThat(lines())
                .containsExactly(
                        "                              Norm",
                        "Services                      2025    Need  Supply",
                        "-".repeat(50),
                        "EDUCATION",
                        "  General senior            22,147  16,914  14,620",
                        "    secondary teachers",
                        "  Teachers of another kind       1");
    }

    @Test
    void table_thatCannotBeBrokenFurther_goesOnBelowWithItsFirstColumn() {
        table().print(new Screen(new StyledWriter(text), 34));

        assertThat(lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(34));
        assertThat(text.toString().split("\\R\\R")).hasSize(2);
        assertThat(lines()).filteredOn(line -> line.startsWith("Services")).hasSize(2);
        assertThat(lines()).filteredOn(line -> line.contains("another kind")).hasSize(1);
    }

    @Test
    void chineseHeader_onANarrowScreen_isNotBrokenCharacterByCharacter() {
        TextTable table = new TextTable(1, 1);
        table.add(List.of("规划", "目标", "不低于目标概率"));
        table.add(List.of("常住人口", "2,100.00", "59%"));

        table.print(new Screen(new StyledWriter(text), 28));

        assertThat(lines())
                .startsWith("                    不低于目", "规划          目标    标概率", "-".repeat(28))
                .hasSize(4);
    }

    @Test
    void table_withPartsOfItsOwn_isPartedThere() {
        TextTable table = new TextTable(1, 1);
        table.partFrom(3);
        table.add(List.of("People in 10 000s", "2020", "2025", "2025-12-31", "Plan"));
        table.add(List.of("Residents of the city", "1,867.66", "2,107.89", "2,114.99", "2,100.00"));

        table.print(new Screen(new StyledWriter(text), 54));

        assertThat(lines())
                .filteredOn(line -> line.startsWith("People"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("2020", "2025").doesNotContain("Plan"),
                        second -> assertThat(second).contains("2025-12-31", "Plan"));
    }

    @Test
    void prose_onAScreen_goesOnBelow_withItsIndentAndStyle() {
        PrintWriter screen = new Screen(text, 30);

        screen.println("  " + Style.STRONG.of("people who come less") + " people who leave");
        screen.println("short");
        screen.println("Results: /a/long-path/without-any-space");

        assertThat(lines())
                .containsExactly(
                        "  \u001b[1mpeople who come less\u001b[0m people",
                        "  who leave",
                        "short",
                        "Results:",
                        "/a/long-path/without-any-space");
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "'', 80", "0, 80", "wide, 80"})
    void columns_areThoseThatTheTerminalStates(String stated, int columns) {
        assertThat(Terminal.ofProcess(Map.of("COLUMNS", stated)).columns()).isEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void screensOfARun_fit80Columns(String language) {
        ScenarioRun run = ScenarioRun.of(BundledScenarios.read("guangzhou"));
        Words words = new Words(Locale.forLanguageTag(language));
        PrintWriter screen = new Screen(new StyledWriter(text), 80);

        new Summary(run, words, true).print(screen);
        new ScorecardScreen(run, words, "", 2025).print(screen);

        assertThat(lines())
                .hasSizeGreaterThan(100)
                .allSatisfy(line -> assertThat(TextTable.width(line)).as(line).isLessThanOrEqualTo(80));
    }
}
