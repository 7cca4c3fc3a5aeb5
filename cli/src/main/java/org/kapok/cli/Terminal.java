package org.kapok.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is known of where the command prints to.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param colours whether a terminal may get colours
 * @param called how the user called the command, such as {@code ./kapok}
 */
record Terminal(boolean out, boolean err, boolean colours, String called) {
    /** No terminal: plain text and no progress that is written over. */
    static final Terminal NONE = new Terminal(false, false, false, "kapok");

    /** As the launcher found it, since Java cannot ask for each stream; see no-color.org for the variable. */
    static Terminal ofProcess(Map<String, String> environment) {
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(
                Boolean.getBoolean("kapok.terminal.out"),
                Boolean.getBoolean("kapok.terminal.err"),
                colours,
                System.getProperty("kapok.called", "kapok"));
    }

    PrintWriter writer(OutputStream stream, boolean terminal) {
        Writer plain = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        return new PrintWriter(terminal && colours ? plain : new StyledWriter(plain), true);
    }
}
