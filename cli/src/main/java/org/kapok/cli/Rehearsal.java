package org.kapok.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * Runs what most commands need once, so that the launcher can keep the classes that were loaded ready for the next start.
 * What a command prints goes nowhere, and what it writes into the folder that is given.
 */
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) {
        String folder = args[0];
        List<List<String>> acts = List.of(
                List.of("--help", "--lang", "zh"),
                List.of("rnu"),
                List.of("init", folder + "/city"),
                List.of("validate", folder + "/city"),
                List.of("run", "guangzhou", "--out", folder + "/run"),
                List.of("picture", "guangzhou", "pyramid", "--out", folder + "/pyramid.png"),
                List.of("scorecard", "guangzhou", "--lang", "zh"),
                List.of("solve", "guangzhou-plan", "--out", folder + "/solved"),
                List.of("ensemble", "guangzhou", "--draws", "300", "--threads", "2", "--out", folder + "/drawn"));
        for (List<String> act : acts) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            Kapok.execute(nowhere, nowhere, act.toArray(String[]::new));
        }
    }
}
