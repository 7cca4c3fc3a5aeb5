package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The completion script, sourced by a real shell. */
class CompletionCommandTest {
    private static final String ASK = """
            source ./script
            COMP_WORDS=("$@"); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            _complete_kapok 2>/dev/null # compopt complains outside of a completion
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeScript() throws IOException {
        StringWriter script = new StringWriter();
        assertThat(Kapok.execute(new PrintWriter(script), new PrintWriter(script), "completion", "bash"))
                .isZero();
        Files.writeString(folder.resolve("script"), script.toString());
        Files.createDirectory(folder.resolve("guildford"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            so                       | solve
            scr                      | script
            jsh                      | jshell
            run --ou                 | --out
            run gu                   | guangzhou guangzhou-plan guangzhou-districts guildford
            compare guangzhou gui    | guildford
            run guangzhou --lang z   | zh
            init x --from co         | country
            explain net_m            | net_migration
            explain beds cou         | country
            help ens                 | ensemble
            import w                 | wpp
            site country --path ne   | need
            """)
    void bash_afterTheFirstLetters_offersWhatFits(String typed, String offered) throws Exception {
        assertThat(ask("bash", typed)).containsExactly(offered.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void script_isReadWithoutComplaint(String shell) throws Exception {
        requireShell(shell);
        Process process = new ProcessBuilder(shell, "-c", "source ./script && echo read")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("read\n");
    }

    @Test
    void otherShell_isRefusedWithThoseThereAre() {
        StringWriter err = new StringWriter();
        assertThat(Kapok.execute(new PrintWriter(err), new PrintWriter(err), "completion", "fish"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("got fish, expected one of bash, zsh");
    }

    private List<String> ask(String shell, String typed) throws IOException, InterruptedException {
        requireShell(shell);
        List<String> command = new ArrayList<>(List.of(shell, "-c", ASK, "ask", "kapok"));
        command.addAll(List.of(typed.split(" ")));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer.lines().toList();
    }

    private static void requireShell(String shell) {
        boolean there = Files.exists(Path.of("/bin", shell)) || Files.exists(Path.of("/usr/bin", shell));
        assumeTrue(there, shell + " is not installed");
    }
}
