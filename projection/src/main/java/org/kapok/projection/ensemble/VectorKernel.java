package org.kapok.projection.ensemble;

import jdk.incubator.vector.DoubleVector;

/** Draws by vector instructions: found by name where the module {@code jdk.incubator.vector} is there. */
final class VectorKernel implements LaneKernel {
    private static final int LEAST = 4; // draws in a register, below which plain loops are faster

    VectorKernel() {
        if (DoubleVector.SPECIES_PREFERRED.length() < LEAST) {
            throw new UnsupportedClassVersionError("registers of fewer than " + LEAST + " numbers");
        }
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public int lanes() {
        return VectorLoop.LANES;
    }

    @Override
    public LaneLoop loop(LaneRates rates, LaneTally tally, LaneFactors factors) {
        return new VectorLoop(rates, tally, factors);
    }
}
