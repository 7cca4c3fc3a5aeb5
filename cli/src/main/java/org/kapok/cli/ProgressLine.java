package org.kapok.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.kapok.scenario.EnsembleProgress;

/**
 * How far an ensemble has come and how long the rest takes: one line that is written over on a terminal, elsewhere a line
 * every ten seconds.
 */
final class ProgressLine implements EnsembleProgress {
    private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
    private static final long ON_TERMINAL = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long ELSEWHERE = TimeUnit.SECONDS.toNanos(10);

    private final PrintWriter err;
    private final Words words;
    private final boolean terminal;
    private long start;
    private long next;
    private long before = -1; // draws of an earlier run
    private boolean shown;

    /** A line on standard error, which is a terminal where the launcher says so. */
    ProgressLine(PrintWriter err, Words words, boolean terminal) {
        this.err = err;
        this.words = words;
        this.terminal = terminal;
    }

    @Override
    public void drawn(long done, long all) {
        long now = System.nanoTime();
        if (before < 0) {
            before = done;
            start = now;
            next = now + FIRST;
        }
        if (now < next || done == before) {
            return;
        }
        next = now + (terminal ? ON_TERMINAL : ELSEWHERE);
        double left = (now - start) / 1e9 * (all - done) / (done - before);
        String text = words.of(
                "progress",
                String.format(Locale.ROOT, "%,d", done),
                String.format(Locale.ROOT, "%,d", all),
                String.format(Locale.ROOT, "%.0f", Math.ceil(left)));
        err.print(terminal ? "\r" + text + "  " : text + System.lineSeparator());
        err.flush();
        shown = true;
    }

    /** Removes the line from a terminal. */
    void end() {
        if (terminal && shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
