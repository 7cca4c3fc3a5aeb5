package org.kapok.projection.ensemble;

import java.util.Arrays;

/** Futures given as a table of factors, such as another program's posterior draws. */
public final class Trajectories implements Futures {
    private final double[][][] factors; // draw, component, step

    /**
     * Futures of as many draws as there are.
     *
     * @param factors 0 or more, shape [draw][component][step], components as {@link Ensemble#components} has them; copied
     */
    public Trajectories(double[][][] factors) {
        if (factors.length == 0) {
            throw new IllegalArgumentException("Trajectories: got no draws, expected 1 or more");
        }
        this.factors = new double[factors.length][][];
        for (int draw = 0; draw < factors.length; draw++) {
            this.factors[draw] = new double[factors[draw].length][];
            for (int component = 0; component < factors[draw].length; component++) {
                this.factors[draw][component] = factors[draw][component].clone();
            }
        }
    }

    /** How many draws. */
    public int size() {
        return factors.length;
    }

    /** The same with the factors of one component alone; all others stay as the inputs have them. */
    public Trajectories only(int component) {
        double[][][] alone = new double[factors.length][][];
        for (int draw = 0; draw < alone.length; draw++) {
            alone[draw] = new double[factors[draw].length][];
            for (int i = 0; i < alone[draw].length; i++) {
                alone[draw][i] = factors[draw][i].clone();
                if (i != component) {
                    Arrays.fill(alone[draw][i], 1);
                }
            }
        }
        return new Trajectories(alone);
    }

    @Override
    public void fill(int draw, double[][] target) {
        if (draw >= factors.length) {
            throw new IllegalArgumentException(
                    "Trajectories: got draw " + draw + ", expected one of " + factors.length + " from 0 on");
        }
        for (int component = 0; component < target.length; component++) {
            boolean fits = factors[draw].length == target.length
                    && factors[draw][component].length == target[component].length;
            if (!fits) {
                throw new IllegalArgumentException("Trajectories, draw " + draw + ": got "
                        + factors[draw].length + " components, expected " + target.length + " of "
                        + target[component].length + " steps each");
            }
            System.arraycopy(factors[draw][component], 0, target[component], 0, target[component].length);
        }
    }
}
