package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How shocks of the same step are correlated: a correlation matrix of named things, symmetric and positive definite. */
public final class Correlation {
    private static final double SMALLEST =
            1e-12; // what is left of a variance, and how far a matrix may be from symmetric

    private final List<String> labels;
    private final double[][] given;
    private final double[][] lower; // lower triangle L, L L' = correlation

    private Correlation(List<String> labels, double[][] given) {
        this.labels = labels;
        this.given = given;
        this.lower = lower();
    }

    /**
     * A correlation matrix.
     *
     * @param labels the things in order, each once
     * @param values shape [thing][thing], -1 to 1, with 1 on the diagonal
     * @throws IllegalArgumentException if the matrix is not symmetric, or not positive definite; the message then names the
     *     things whose correlations cannot all hold
     */
    public static Correlation of(List<String> labels, double[][] values) {
        int size = labels.size();
        double[][] copied = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            copied[i] = values[i].clone();
            if (values.length != size || copied[i].length != size) {
                throw new IllegalArgumentException("Correlation: got " + values.length + " rows, one of "
                        + copied[i].length + " numbers, expected " + size + " of " + size + " numbers each");
            }
        }
        return new Correlation(List.copyOf(labels), copied);
    }

    /** No correlation between things. */
    public static Correlation none(List<String> labels) {
        double[][] one = new double[labels.size()][labels.size()];
        for (int i = 0; i < one.length; i++) {
            one[i][i] = 1;
        }
        return of(labels, one);
    }

    /** The things in order. */
    public List<String> labels() {
        return labels;
    }

    /** How two things are correlated, -1 to 1. */
    public double at(int one, int other) {
        return given[one][other];
    }

    /** A correlated shock of a thing, from independent shocks of it and those before it. */
    double mix(int thing, double[] shocks) {
        double shock = 0;
        for (int other = 0; other <= thing; other++) {
            shock += lower[thing][other] * shocks[other];
        }
        return shock;
    }

    /** The Cholesky factor. */
    private double[][] lower() {
        double[][] factor = new double[given.length][given.length];
        for (int i = 0; i < factor.length; i++) {
            for (int j = 0; j <= i; j++) {
                requireNumber(i, j);
                double rest = given[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i > j) {
                    factor[i][j] = rest / factor[j][j];
                } else if (rest > SMALLEST) {
                    factor[i][i] = Math.sqrt(rest);
                } else {
                    throw new IllegalArgumentException("Correlation: got numbers that cannot all hold between "
                            + block(i).stream().map(labels::get).collect(Collectors.joining(", "))
                            + ", expected a positive definite matrix");
                }
            }
        }
        return factor;
    }

    private void requireNumber(int i, int j) {
        double mirrored = i == j ? 1 : given[j][i];
        if (!(Math.abs(given[i][j] - mirrored) <= SMALLEST) || !(Math.abs(given[i][j]) <= 1)) {
            throw new IllegalArgumentException("Correlation, " + labels.get(i) + " and " + labels.get(j) + ": got "
                    + given[i][j] + ", expected a symmetric matrix of -1 to 1 with 1 on the diagonal");
        }
    }

    /** A thing and those before it with which it is correlated, also through others. */
    private List<Integer> block(int last) {
        List<Integer> block = new ArrayList<>(List.of(last));
        for (int next = 0; next < block.size(); next++) {
            for (int other = 0; other < last; other++) {
                if (given[block.get(next)][other] != 0 && !block.contains(other)) {
                    block.add(other);
                }
            }
        }
        return block.stream().sorted().toList();
    }
}
