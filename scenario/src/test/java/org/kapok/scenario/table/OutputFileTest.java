package org.kapok.scenario.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void write_whole_replacesTheEarlierFileAlone() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "earlier");

        OutputFile.write(target, file -> Files.writeString(file, "new"));

        assertThat(target).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void write_brokenOff_leavesTheEarlierFileAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "earlier");

        assertThatThrownBy(() -> OutputFile.write(target, file -> {
                    Files.writeString(file, "half");
                    throw new IOException("no room");
                }))
                .hasMessage("no room");

        assertThat(target).hasContent("earlier");
        assertThat(folder.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void write_inTheMidstOfAnotherWriteOfTheSame_neitherHarmsTheOther() throws IOException {
        Path target = folder.resolve("a.txt");

        OutputFile.write(target, outer -> {
            Files.writeString(outer, "outer");
            OutputFile.write(target, inner -> Files.writeString(inner, "inner"));
        });

        assertThat(target).hasContent("outer");
        assertThat(folder.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void writeAll_whole_replacesFilesOfTheSameNamesAlone() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "earlier");
        Files.writeString(folder.resolve("notes.txt"), "mine");

        OutputFile.writeAll(folder, OutputFileTest::three);

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.csv", "b.csv", "c.csv", "notes.txt");
        assertThat(folder.resolve("a.csv")).hasContent("a");
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void writeAll_errorAtALaterFile_leavesAllOfTheEarlierOnes() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "earlier");
        Files.createDirectory(folder.resolve("b.csv"));

        assertThatThrownBy(() -> OutputFile.writeAll(folder, OutputFileTest::three))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("b.csv: got a folder");
        assertThatThrownBy(() -> OutputFile.writeAll(folder, fresh -> {
                    Files.writeString(fresh.resolve("a.csv"), "new");
                    throw new IOException("no room");
                }))
                .hasMessage("no room");

        assertThat(folder.resolve("a.csv")).hasContent("earlier");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.csv", "b.csv");
    }

    private static void three(Path fresh) throws IOException {
        for (String name : new String[] {"a", "b", "c"}) {
            Files.writeString(fresh.resolve(name + ".csv"), name);
        }
    }
}
