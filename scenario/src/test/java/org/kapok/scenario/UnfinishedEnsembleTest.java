package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.Messages;

/** An ensemble goes on only from what the same command left, whole and unchanged; anything else is left as it is. */
class UnfinishedEnsembleTest {
    private static final String HINT =
            ", expected what the same command left; remove the file to start anew, or write to"
                    + " another folder; nothing was changed";
    private static final EnsembleOptions SAME = EnsembleOptions.onThreads(1);

    @TempDir
    private Path folder;

    private Path unfinished;
    private SmallScenario small;
    private byte[] left;

    @BeforeEach
    void breakOff() throws IOException {
        unfinished = folder.resolve("out.unfinished");
        small = SmallScenario.in(folder.resolve("small"))
                .drawn("\"draws\": 300, \"seed\": 1, \"processes\": {\"fertility\": {\"sd\": 0.1}}");
        EnsembleProgress breaking = (done, all) -> {
            if (done >= 256) {
                throw new IllegalStateException("broken off");
            }
        };
        assertThatThrownBy(() -> run(SAME.telling(breaking))).hasMessage("broken off");
        left = Files.readAllBytes(unfinished);
    }

    private EnsembleRun run(EnsembleOptions options) {
        return EnsembleRun.of(ScenarioFolder.read(small.folder()), options.keepingIn(unfinished));
    }

    @Test
    void of_sameCommand_goesOn() {
        assertThat(run(EnsembleOptions.onThreads(2)).draws()).isEqualTo(300);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void of_anotherVersion_isRefusedInBothLanguages() throws IOException {
        Scenario scenario = ScenarioFolder.read(small.folder());
        EnsembleIdentity old =
                new EnsembleIdentity("0.0.9", scenario.files().toString(), "1", "300", List.of() + " " + false);
        new UnfinishedEnsemble(unfinished, old).write(List.of());
        left = Files.readAllBytes(unfinished);

        InputDataException refused = refused(SAME);

        assertThat(refused.problems()).hasSize(1);
        assertThat(refused)
                .hasMessageEndingWith("got an unfinished ensemble of version 0.0.9 where this is version "
                        + RunFile.version() + HINT);
        assertThat(Messages.in(Locale.SIMPLIFIED_CHINESE).of(refused.problems().get(0)))
                .endsWith("：这是 0.0.9 版的未完成抽样，而现在的版本是 " + RunFile.version() + "，应为同一命令留下的文件；删除它即可重新开始，或写到另一文件夹；未作任何改动");
    }

    @Test
    void of_anotherFormat_isRefused() throws IOException {
        left = "kapok-ensemble-2 and more".getBytes(StandardCharsets.UTF_8);
        Files.write(unfinished, left);

        assertThat(refused(SAME))
                .hasMessageContaining("got an unfinished ensemble that another version wrote in another format");
    }

    @Test
    void of_anotherSeedNumberAndChoice_eachIsNamed() {
        assertRefused(SAME.withSeed(2), "seed 1 where seed 2 is asked for");
        assertRefused(SAME.withDraws(500), "300 draws where 500 are asked for");
        assertRefused(SAME.decomposing(), "another choice of --decompose or --by-region");
        assertRefused(SAME.tellingRegions(), "another choice of --decompose or --by-region");
        assertThat(refused(SAME.withSeed(2).withDraws(500)).problems()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            scenario.json | "seed": 1 | "seed": 1, "sampling": "antithetic"
            scenario.json | "sd": 0.1 | "sd": 0.2
            arrivals.csv | A,guest,1.5 | A,guest,1.6
            targets.csv | resident,,2022-01-01 | resident,,2022-01-02
            """)
    void of_scenarioThatChanged_isRefused(String file, String from, String to) {
        small.edit(file, from, to);

        assertRefused(SAME, "another scenario, or of other tables of this one");
    }

    @Test
    void of_oneByteThatFlipped_isNoticedWhereverItIs() throws IOException {
        for (int position = "kapok-ensemble-3".length(); position < left.length; position += 61) {
            assertDamageIsNoticed(position);
        }
        assertDamageIsNoticed(left.length - 1);
    }

    private void assertDamageIsNoticed(int position) throws IOException {
        byte[] whole = left;
        byte[] damaged = whole.clone();
        damaged[position] = (byte) (damaged[position] ^ 1 << position % 8);
        Files.write(unfinished, damaged);
        left = damaged;
        assertThat(refused(SAME))
                .as("byte " + position)
                .hasMessageContaining("got an unfinished ensemble that is not whole, or was changed");
        left = whole;
    }

    @Test
    void of_fileThatWasCutOff_isNoticedWhereverItIs() throws IOException {
        byte[] whole = left;
        for (int length : new int[] {0, 5, 16, 20, 30, whole.length / 2, whole.length - 8, whole.length - 1}) {
            left = Arrays.copyOf(whole, length);
            Files.write(unfinished, left);
            assertThat(refused(SAME))
                    .as("length " + length)
                    .hasMessageContaining(
                            length < 16
                                    ? "got a file that is not an unfinished ensemble"
                                    : "got an unfinished ensemble that is not whole, or was changed");
        }
    }

    private void assertRefused(EnsembleOptions options, String of) {
        InputDataException refused = refused(options);
        assertThat(refused).hasMessageContaining("got an unfinished ensemble of " + of + HINT);
        UnaryOperator<String> inChinese = Messages.in(Locale.SIMPLIFIED_CHINESE)::of;
        refused.problems()
                .forEach(problem -> assertThat(inChinese.apply(problem.message()))
                        .contains("未完成抽样")
                        .doesNotContain("unfinished"));
    }

    /** What the same file is refused with, which must stay as it is. */
    private InputDataException refused(EnsembleOptions options) {
        InputDataException refused = catchThrowableOfType(InputDataException.class, () -> run(options));
        assertThat(refused).isNotNull();
        assertThat(unfinished).hasBinaryContent(left);
        return refused;
    }
}
