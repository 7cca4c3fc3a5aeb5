package org.kapok.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.ensemble.Values;

/** Runs JMH, or with {@code json W1} a workload for one line of JSON. */
public final class Benchmarks {
    private static final int LEAST_REPETITIONS = 15;
    private static final double LEAST_SECONDS = 6;

    private Benchmarks() {}

    /** {@code json WORKLOAD [--threads N]}, or the arguments of JMH. */
    public static void main(String[] args) throws Exception {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (args.length == 0 || !args[0].equals("json")) {
            org.openjdk.jmh.Main.main(args);
            return;
        }
        boolean known = args.length == 2 || args.length == 4 && args[2].equals("--threads");
        if (!known) {
            out.println("usage: json W1|W3 [--threads N]");
            System.exit(2);
        }
        int threads = args.length == 4 ? Integer.parseInt(args[3]) : 1;
        out.println(json(Workload.valueOf(args[1]), threads));
    }

    /** Checks a workload, then times it warm: at least 15 repetitions and 6 seconds, half of them before. */
    static String json(Workload workload, int threads) {
        Ensemble ensemble = workload.ensemble();
        Values values = ensemble.run(workload.futures(), Workload.DRAWS, threads);
        double checksum = workload.check(values);
        warm(ensemble, workload, values, threads);
        List<Double> times = new ArrayList<>();
        double total = 0;
        while (times.size() < LEAST_REPETITIONS || total < LEAST_SECONDS) {
            times.add(time(ensemble, workload, values, threads));
            total += times.get(times.size() - 1);
        }
        Collections.sort(times);
        double least = times.get(0);
        double median = times.get(times.size() / 2);
        double perCell = 1e9 / workload.cellSteps();
        return String.format(
                Locale.ROOT,
                "{\"workload\":\"%s\",\"ns_per_cell_step\":%.4f,\"ns_per_cell_step_median\":%.4f,\"seconds\":%.5f,"
                        + "\"checksum\":%.12e,\"threads\":%d,\"kernel\":\"rows\",\"jdk\":\"%s\"}",
                workload,
                least * perCell,
                median * perCell,
                least,
                checksum,
                threads,
                System.getProperty("java.version"));
    }

    private static void warm(Ensemble ensemble, Workload workload, Values values, int threads) {
        double total = 0;
        while (total < LEAST_SECONDS / 2) {
            total += time(ensemble, workload, values, threads);
        }
    }

    private static double time(Ensemble ensemble, Workload workload, Values values, int threads) {
        long start = System.nanoTime();
        ensemble.run(workload.futures(), values, threads);
        return (System.nanoTime() - start) / 1e9;
    }
}
