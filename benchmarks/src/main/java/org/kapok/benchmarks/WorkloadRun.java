package org.kapok.benchmarks;

/** A workload that can be run again and again through the public interface; each run fills the same values anew. */
interface WorkloadRun {
    /** Runs once. */
    void run();

    /** The checksum of the values of the last run; refused where it is not that of the workload, to 1e-9. */
    double check();

    /** How it is computed, {@code plain} or {@code vector}. */
    String kernel();
}
