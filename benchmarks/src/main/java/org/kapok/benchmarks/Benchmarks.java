package org.kapok.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Runs JMH, or with {@code json W1} a workload for one line of JSON, or compares two files of results. */
public final class Benchmarks {
    private static final int LEAST_REPETITIONS = 15;
    private static final double LEAST_SECONDS = 6;

    private Benchmarks() {}

    /** {@code json WORKLOAD [--threads N]}, {@code compare BEFORE AFTER}, or the arguments of JMH. */
    public static void main(String[] args) throws Exception {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (args.length == 3 && args[0].equals("compare")) {
            System.exit(compare(Path.of(args[1]), Path.of(args[2]), out));
        }
        if (args.length == 0 || !args[0].equals("json")) {
            org.openjdk.jmh.Main.main(args);
            return;
        }
        boolean known = args.length == 2 || args.length == 4 && args[2].equals("--threads");
        if (!known) {
            out.println("usage: json W1|W2|W3 [--threads N]");
            System.exit(2);
        }
        int threads = args.length == 4 ? Integer.parseInt(args[3]) : 1;
        out.println(json(Workload.valueOf(args[1]), threads));
    }

    /** 0 where nothing is slower past the error bars, 1 where something is, 2 where a file cannot be read. */
    private static int compare(Path before, Path after, PrintWriter out) {
        try {
            return Comparison.read(before, after).print(out) == 0 ? 0 : 1;
        } catch (IOException e) {
            out.println("compare: " + e.getMessage());
            return 2;
        }
    }

    /** Checks a workload, then times it warm: at least 15 repetitions and 6 seconds, half of them before. */
    static String json(Workload workload, int threads) {
        WorkloadRun run = workload.prepare(threads);
        run.run();
        double checksum = run.check();
        warm(run);
        List<Double> times = new ArrayList<>();
        double total = 0;
        while (times.size() < LEAST_REPETITIONS || total < LEAST_SECONDS) {
            times.add(time(run));
            total += times.get(times.size() - 1);
        }
        Collections.sort(times);
        double least = times.get(0);
        double median = times.get(times.size() / 2);
        double perCell = 1e9 / workload.size.cellSteps();
        return String.format(
                Locale.ROOT,
                "{\"workload\":\"%s\",\"ns_per_cell_step\":%.4f,\"ns_per_cell_step_median\":%.4f,\"seconds\":%.5f,"
                        + "\"checksum\":%.12e,\"threads\":%d,\"kernel\":\"%s\",\"jdk\":\"%s\"}",
                workload,
                least * perCell,
                median * perCell,
                least,
                checksum,
                threads,
                run.kernel(),
                System.getProperty("java.version"));
    }

    private static void warm(WorkloadRun run) {
        double total = 0;
        while (total < LEAST_SECONDS / 2) {
            total += time(run);
        }
    }

    private static double time(WorkloadRun run) {
        long start = System.nanoTime();
        run.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
