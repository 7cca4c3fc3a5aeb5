package org.kapok.projection.ensemble;

import java.util.Optional;
import org.kapok.projection.internal.LaneStep;

/** A way to compute draws as lanes. All give the same bits. */
interface LaneKernel {
    /** Loops that the compiler turns into vector instructions. */
    LaneKernel PLAIN = new LaneKernel() {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public int lanes() {
            return LaneStep.LANES;
        }

        @Override
        public LaneLoop loop(LaneRates rates, LaneTally tally, LaneFactors factors) {
            return new RowLoop(rates, tally, factors);
        }
    };

    /** The fastest that is there, found once. */
    LaneKernel BEST = vector().orElse(PLAIN);

    /** What to call it. */
    String name();

    /** How many draws at once: {@link Block#DRAWS} or a part of them. */
    int lanes();

    /** The loop of one thread. */
    LaneLoop loop(LaneRates rates, LaneTally tally, LaneFactors factors);

    /** Vector instructions, where the user added the module {@code jdk.incubator.vector} and the machine has wide ones. */
    static Optional<LaneKernel> vector() {
        Optional<Module> vectors = ModuleLayer.boot().findModule("jdk.incubator.vector");
        if (vectors.isEmpty()) {
            return Optional.empty();
        }
        LaneKernel.class.getModule().addReads(vectors.get());
        try {
            Class<?> kernel = Class.forName(LaneKernel.class.getPackageName() + ".VectorKernel");
            return Optional.of((LaneKernel) kernel.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty(); // built without it, a module of another shape, or a machine of short vectors
        }
    }
}
