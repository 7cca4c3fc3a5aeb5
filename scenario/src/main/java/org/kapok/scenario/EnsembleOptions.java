package org.kapok.scenario;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How an ensemble is run.
 *
 * @param draws how many, 1 to {@value #MOST_DRAWS}; as the scenario says where there is none
 * @param seed as the scenario says where there is none
 * @param threads how many blocks of draws run at once, 1 or more
 * @param decomposed whether the shocks of each component are drawn alone as well, which takes as long again for each
 * @param byRegion whether the demand for services is told of every region as well as of the whole place
 * @param unfinished the file that holds what is done, so that a run that broke off goes on from there; it is removed at
 *     the end
 * @param progress what is told how far it has come
 */
public record EnsembleOptions(
        Optional<Integer> draws,
        Optional<Long> seed,
        int threads,
        boolean decomposed,
        boolean byRegion,
        Optional<Path> unfinished,
        EnsembleProgress progress) {
    /** The most draws of an ensemble. */
    public static final int MOST_DRAWS = 10_000_000;

    public EnsembleOptions {
        if (draws.isPresent() && !(draws.get() >= 1 && draws.get() <= MOST_DRAWS)) {
            throw new IllegalArgumentException(
                    "Ensemble.draws: got " + draws.get() + ", expected 1 or more, " + MOST_DRAWS + " at most");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("Ensemble.threads: got " + threads + ", expected 1 or more");
        }
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(unfinished, "unfinished");
        Objects.requireNonNull(progress, "progress");
    }

    /** As the scenario says, on so many threads. */
    public static EnsembleOptions onThreads(int threads) {
        return new EnsembleOptions(
                Optional.empty(), Optional.empty(), threads, false, false, Optional.empty(), EnsembleProgress.NONE);
    }

    /** The same with another number of draws. */
    public EnsembleOptions withDraws(int many) {
        return new EnsembleOptions(Optional.of(many), seed, threads, decomposed, byRegion, unfinished, progress);
    }

    /** The same with another seed. */
    public EnsembleOptions withSeed(long from) {
        return new EnsembleOptions(draws, Optional.of(from), threads, decomposed, byRegion, unfinished, progress);
    }

    /** The same with each component alone as well. */
    public EnsembleOptions decomposing() {
        return new EnsembleOptions(draws, seed, threads, true, byRegion, unfinished, progress);
    }

    /** The same with services of every region as well. */
    public EnsembleOptions tellingRegions() {
        return new EnsembleOptions(draws, seed, threads, decomposed, true, unfinished, progress);
    }

    /** The same, able to go on after breaking off. */
    public EnsembleOptions keepingIn(Path file) {
        return new EnsembleOptions(draws, seed, threads, decomposed, byRegion, Optional.of(file), progress);
    }

    /** The same, telling how far it has come. */
    public EnsembleOptions telling(EnsembleProgress listener) {
        return new EnsembleOptions(draws, seed, threads, decomposed, byRegion, unfinished, listener);
    }
}
