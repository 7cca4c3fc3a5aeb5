package org.kapok.projection.ensemble;

import jdk.incubator.vector.DoubleVector;
import org.kapok.core.CellSpace;
import org.kapok.projection.ProjectionInputs;

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
    public LaneLoop loop(LaneRates rates, LaneTally tally, LaneFactors factors) {
        return new VectorLoop(rates, tally, factors);
    }

    @Override
    public int regionWidth(ProjectionInputs inputs) {
        return VectorRegionBlock.knows(inputs) ? DoubleVector.SPECIES_PREFERRED.length() : PLAIN.regionWidth(inputs);
    }

    @Override
    public RegionLanes regions(int block, CellSpace space, RegionRates rates, LaneTally tally) {
        return rates.width == DoubleVector.SPECIES_PREFERRED.length()
                ? new VectorRegionBlock(block, space, rates, tally)
                : PLAIN.regions(block, space, rates, tally);
    }
}
