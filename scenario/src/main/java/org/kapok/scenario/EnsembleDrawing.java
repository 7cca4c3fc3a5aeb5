package org.kapok.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kapok.demand.VaryingUse;
import org.kapok.projection.ensemble.Block;
import org.kapok.projection.ensemble.Derived;
import org.kapok.projection.ensemble.Ensemble;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.Processes;

/** Draws everything that is asked, then the same with the shocks of each component alone, and keeps what is done. */
final class EnsembleDrawing {
    /** How much longer drawing takes than keeping what is drawn. */
    private static final int SELDOM = 20;
    /** What sets the seed of uses apart. */
    private static final long USES = 0x5DEECE66DL;

    private final EnsembleAsked asked;
    private final EnsembleOptions options;
    private final long seed;
    private final int draws;
    private final List<EnsemblePlan> plans = new ArrayList<>();
    private final List<DrawTally> tallies = new ArrayList<>();
    private final Optional<UnfinishedEnsemble> unfinished;
    private long nextKeeping = System.nanoTime();

    EnsembleDrawing(
            EnsembleAsked asked, EnsemblePlan plan, long seed, List<String> components, EnsembleOptions options) {
        this.asked = asked;
        this.options = options;
        this.seed = seed;
        this.draws = options.draws().orElse(plan.draws());
        plans.add(plan.withDraws(draws));
        tallies.add(asked.tally(draws));
        for (String component : components) {
            plans.add(plans.get(0).only(component));
            tallies.add(asked.varianceTally(draws));
        }
        EnsembleIdentity identity = new EnsembleIdentity(
                RunFile.version(),
                asked.scenario.files().toString(),
                Long.toString(seed),
                Integer.toString(draws),
                components + " " + options.byRegion());
        this.unfinished = options.unfinished().map(file -> new UnfinishedEnsemble(file, identity));
    }

    List<DrawTally> run() {
        try {
            if (unfinished.isPresent()) {
                unfinished.get().readInto(tallies);
            }
            if (done() > 0) {
                options.progress().goesOn(done(), all());
            }
            Ensemble ensemble = Ensemble.of(asked.scenario.inputs(), asked.scenario.lastYear(), asked.counts.all());
            for (int stage = 0; stage < tallies.size(); stage++) {
                DrawTally tally = tallies.get(stage);
                if (tally.draws() < draws) {
                    Ensemble.Draws rest = new Ensemble.Draws(tally.draws(), draws);
                    ensemble.run(
                            plans.get(stage).futures(seed, asked.steps),
                            rest,
                            options.threads(),
                            services(plans.get(stage)),
                            block -> take(block, tally));
                }
            }
            if (unfinished.isPresent()) {
                unfinished.get().remove();
            }
            return tallies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Services with the uses of a plan, which are drawn apart from what components are multiplied with. */
    private Optional<Derived> services(EnsemblePlan plan) {
        List<VaryingUse> varying = new ArrayList<>(plan.services().keySet());
        List<FactorProcess> processes = new ArrayList<>(plan.services().values());
        return asked.services.map(
                all -> varying.isEmpty() ? all : all.varying(varying, Processes.independent(processes, seed ^ USES)));
    }

    private void take(Block block, DrawTally tally) {
        tally.read(block);
        if (unfinished.isPresent() && System.nanoTime() >= nextKeeping) {
            long start = System.nanoTime();
            try {
                unfinished.get().write(tallies);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            nextKeeping = System.nanoTime() + SELDOM * (System.nanoTime() - start);
        }
        options.progress().drawn(done(), all());
    }

    private long done() {
        return tallies.stream().mapToLong(DrawTally::draws).sum();
    }

    private long all() {
        return (long) draws * tallies.size();
    }
}
