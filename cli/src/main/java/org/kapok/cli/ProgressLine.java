package org.kapok.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.kapok.scenario.EnsembleProgress;

/**
 * How far an ensemble has come and how long the rest takes: on a terminal a bar that is written over, elsewhere a line
 * every ten seconds.
 */
final class ProgressLine implements EnsembleProgress {
    private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
    private static final long ON_TERMINAL = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long ELSEWHERE = TimeUnit.SECONDS.toNanos(10);
    private static final double MINUTES = 100; // seconds from which minutes are told
    private static final int BAR = 30;
    private static final String REST = "\u001b[K"; // clears the rest of a line

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
    public void goesOn(long done, long all) {
        err.println(words.of("goes_on", grouped(done + 1), grouped(all)));
        err.flush();
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
                grouped(done),
                grouped(all),
                words.of(left > MINUTES ? "minutes" : "seconds", whole(left > MINUTES ? left / 60 : left)));
        err.print(terminal ? "\r" + fitting(bar(done, all) + " ", text) + REST : text + System.lineSeparator());
        err.flush();
        shown = true;
    }

    /** The bar and a text, or the text alone on a screen that both do not fit, as a line that breaks cannot be removed. */
    private String fitting(String bar, String text) {
        return TextTable.width(bar + text) < Screen.columns(err) ? bar + text : text;
    }

    /** Removes the line from a terminal. */
    void end() {
        if (terminal && shown) {
            err.print("\r" + REST);
            err.flush();
        }
    }

    private static String bar(long done, long all) {
        int full = (int) (BAR * done / all);
        return "[" + Style.GOOD.of("#".repeat(full)) + "-".repeat(BAR - full) + "]"
                + String.format(Locale.ROOT, "%4d%%", 100 * done / all);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", Math.ceil(value));
    }
}
