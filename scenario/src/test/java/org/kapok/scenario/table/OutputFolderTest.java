package org.kapok.scenario.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path parent;

    private Path target;

    @BeforeEach
    void start() {
        target = parent.resolve("out");
    }

    @Test
    void write_newName_madeWithItsParents() throws IOException {
        Path deep = parent.resolve("a/b/out");

        OutputFolder.write(deep, result("1"));

        assertThat(deep.resolve("run.json")).hasContent("1");
        assertThat(names(deep.getParent())).containsExactly("out");
    }

    @Test
    void write_earlierResult_replacedWhole() throws IOException {
        OutputFolder.write(target, folder -> {
            result("1").writeTo(folder);
            Files.createDirectories(folder.resolve("charts"));
            Files.writeString(folder.resolve("charts/old.svg"), "");
        });

        OutputFolder.write(target, result("2"));

        assertThat(target.resolve("run.json")).hasContent("2");
        assertThat(names(target)).containsExactly("run.json");
        assertThat(names(parent)).containsExactly("out");
    }

    @Test
    void write_emptyFolder_filled() throws IOException {
        Files.createDirectory(target);

        OutputFolder.write(target, result("1"));

        assertThat(target.resolve("run.json")).hasContent("1");
        assertThat(names(parent)).containsExactly("out");
    }

    @Test
    void write_failureMidway_earlierResultStays() throws IOException {
        OutputFolder.write(target, result("1"));

        assertThatThrownBy(() -> OutputFolder.write(target, folder -> {
                    result("2").writeTo(folder);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(target.resolve("run.json")).hasContent("1");
        assertThat(names(parent)).containsExactly("out");
    }

    @Test
    void write_contentWithoutRunFile_refused() {
        assertThatThrownBy(() -> OutputFolder.write(target, folder -> Files.writeString(folder.resolve("a"), "")))
                .hasMessage("OutputFolder " + target + ": got no run.json, expected one");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void write_foreignFolder_refusedUntouched() throws IOException {
        Files.createDirectory(target);
        for (String name : List.of("a.txt", "b.txt", "c.txt", "d.txt")) {
            Files.writeString(target.resolve(name), "mine");
        }

        assertThatThrownBy(() -> OutputFolder.write(target, result("1")))
                .isInstanceOf(InputDataException.class)
                .hasMessage(
                        target + ": got a folder that holds a.txt, b.txt, c.txt and 1 more, expected an earlier result"
                                + " (with a run.json), an empty folder or a new name; nothing was changed");
        assertThat(names(target)).hasSize(4);
    }

    @Test
    void write_fileOrRoot_refused() throws IOException {
        Files.writeString(target, "mine");

        assertThatThrownBy(() -> OutputFolder.write(target, result("1")))
                .hasMessageStartingWith(target + ": got a file, expected an earlier result");
        Path root = parent.getRoot();
        assertThatThrownBy(() -> OutputFolder.write(root, result("1")))
                .hasMessageStartingWith(root + ": got the root of the file system, expected");
        assertThat(target).hasContent("mine");
    }

    @Test
    void requireReplaceable_placeUnderAFile_refused() throws IOException {
        Path file = Files.writeString(parent.resolve("notes.txt"), "mine");
        Path under = file.resolve("a").resolve("out");

        assertThatThrownBy(() -> OutputFolder.requireReplaceable(under))
                .isInstanceOf(InputDataException.class)
                .hasMessage(under + ": got a place under the file " + file
                        + ", expected one under a folder; nothing was changed");
    }

    @Test
    void requireReplaceable_folderThatMayNotBeWritten_refused() throws IOException {
        Path locked = Files.createDirectory(parent.resolve("locked"));
        assumeTrue(
                locked.toFile().setWritable(false) && !Files.isWritable(locked),
                "whoever runs this may write anywhere");

        assertThatThrownBy(() -> OutputFolder.requireReplaceable(locked.resolve("out")))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("got a place in the folder " + locked + " that kapok may not write to");
    }

    @Test
    void requireReplaceable_newNameOrEarlierResult_nothingIsMade() throws IOException {
        OutputFolder.requireReplaceable(parent.resolve("a").resolve("out"));
        OutputFolder.write(target, result("1"));
        OutputFolder.requireReplaceable(target);

        assertThat(names(parent)).containsExactly("out");
    }

    @Test
    void write_linkToEarlierResult_linkStays() throws IOException {
        OutputFolder.write(target, result("1"));
        Path link = Files.createSymbolicLink(parent.resolve("latest"), target);

        OutputFolder.write(link, result("2"));

        assertThat(link).isSymbolicLink();
        assertThat(target.resolve("run.json")).hasContent("2");
    }

    private static OutputFolder.Content result(String run) {
        return folder -> Files.writeString(folder.resolve("run.json"), run);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
