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
 * @param columns how wide the terminal is
 * @param called how the user called the command, such as {@code ./kapok}
 */
record Terminal(boolean out, boolean err, boolean colours, int columns, String called) {
    private static final int USUAL = 80;

    /** No terminal: plain text and no progress that is written over. */
    static final Terminal NONE = new Terminal(false, false, false, USUAL, "kapok");

    /** As the launcher found it, since Java cannot ask for each stream; see no-color.org for the variable. */
    static Terminal ofProcess(Map<String, String> environment) {
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(
                Boolean.getBoolean("kapok.terminal.out"),
                Boolean.getBoolean("kapok.terminal.err"),
                colours,
                columns(environment.getOrDefault("COLUMNS", System.getProperty("kapok.terminal.columns", ""))),
                System.getProperty("kapok.called", "kapok"));
    }

    private static int columns(String stated) {
        return stated.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(stated) : USUAL;
    }

    /** Where answers go: laid out to the width of a terminal. */
    PrintWriter answers(OutputStream stream) {
        return writer(stream, out);
    }

    /** Where progress and complaints go: laid out to the width of a terminal as well. */
    PrintWriter complaints(OutputStream stream) {
        return writer(stream, err);
    }

    private PrintWriter writer(OutputStream stream, boolean terminal) {
        Writer styled = styled(stream, terminal);
        return terminal ? new Screen(styled, columns) : new PrintWriter(styled, true);
    }

    private Writer styled(OutputStream stream, boolean terminal) {
        Writer plain = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        return terminal && colours ? plain : new StyledWriter(plain);
    }
}
