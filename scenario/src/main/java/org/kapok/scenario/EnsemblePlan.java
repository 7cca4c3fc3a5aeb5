package org.kapok.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kapok.demand.VaryingUse;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.ensemble.Correlation;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.Futures;
import org.kapok.projection.ensemble.Processes;
import org.kapok.projection.ensemble.Sampling;
import org.kapok.projection.ensemble.Trajectories;

/**
 * How a scenario's futures are drawn.
 *
 * @param draws how many, unless the command says otherwise
 * @param seed what the draws start from
 * @param sampling how draws relate to each other
 * @param components how each wanders, in the order of the ensemble; those that the scenario does not name stand still
 * @param correlation of the shocks that all regions share, by component
 * @param regions how the deviations of regions are correlated, where they are
 * @param services how the use of services wanders: take-up, stay or what else multiplies their demand
 * @param trajectories factors that are given in place of processes of components
 * @param events whose chance is told besides those of targets
 */
public record EnsemblePlan(
        int draws,
        long seed,
        Sampling sampling,
        List<Wandering> components,
        Correlation correlation,
        Optional<Correlation> regions,
        Map<VaryingUse, FactorProcess> services,
        Optional<Trajectories> trajectories,
        List<DrawnEvent> events) {
    /** In place of a component's id: the use of services. */
    public static final String SERVICES = "services";

    public EnsemblePlan {
        components = List.copyOf(components);
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        Objects.requireNonNull(trajectories, "trajectories");
        Objects.requireNonNull(sampling, "sampling");
        Objects.requireNonNull(regions, "regions");
        events = List.copyOf(events);
        processes(components, correlation, regions, seed);
        if (trajectories.isPresent() && draws > trajectories.get().size()) {
            throw new IllegalArgumentException("EnsemblePlan.draws: got " + draws + ", expected "
                    + trajectories.get().size() + " at most, as there are trajectories");
        }
    }

    /** What wanders: components, then {@link #SERVICES}. */
    public List<String> wandering() {
        List<String> ids = new ArrayList<>(components.stream()
                .filter(each -> trajectories.isPresent() || each.moves())
                .map(Wandering::component)
                .toList());
        if (!services.isEmpty()) {
            ids.add(SERVICES);
        }
        return ids;
    }

    /** The same with the shocks of one of {@link #wandering} alone; all others follow the median of their process. */
    public EnsemblePlan only(String id) {
        List<Wandering> alone = new ArrayList<>();
        int position = -1;
        for (int i = 0; i < components.size(); i++) {
            boolean own = components.get(i).component().equals(id);
            alone.add(own ? components.get(i) : components.get(i).median());
            position = own ? i : position;
        }
        int kept = position;
        return new EnsemblePlan(
                draws,
                seed,
                sampling,
                alone,
                correlation,
                regions,
                id.equals(SERVICES) ? services : Map.of(),
                trajectories.map(all -> all.only(kept)),
                events);
    }

    /** The same with another number of draws. */
    EnsemblePlan withDraws(int many) {
        return new EnsemblePlan(many, seed, sampling, components, correlation, regions, services, trajectories, events);
    }

    /** Refuses uses of services that a scenario does not have. */
    Provisioning requireServicesOf(Provisioning provisioning) {
        for (VaryingUse use : services.keySet()) {
            if (!provisioning.services().filter(all -> all.have(use)).isPresent()) {
                throw new IllegalArgumentException(
                        "\"ensemble\": got " + use + ", expected a service on a path whose model has the parameter");
            }
        }
        return provisioning;
    }

    /** The same with intervals as the processes by which some inputs come to them. */
    EnsemblePlan of(ProjectionInputs inputs) {
        List<Wandering> own = components.stream().map(each -> each.of(inputs)).toList();
        return new EnsemblePlan(draws, seed, sampling, own, correlation, regions, services, trajectories, events);
    }

    /** The futures from a seed, of so many steps. */
    public Futures futures(long from, int steps) {
        return trajectories
                .<Futures>map(all -> all)
                .orElseGet(
                        () -> processes(components, correlation, regions, from).sampled(sampling, steps));
    }

    private static Processes processes(
            List<Wandering> components, Correlation correlation, Optional<Correlation> regions, long seed) {
        Set<Integer> logit = new HashSet<>();
        Processes processes =
                Processes.of(components.stream().map(Wandering::process).toList(), correlation, seed);
        for (int i = 0; i < components.size(); i++) {
            Wandering each = components.get(i);
            if (each.logit()) {
                logit.add(i);
            }
            if (each.shape().isPresent()) {
                FactorProcess shape = each.shape().get();
                processes = each.component().equals(Wandering.MORTALITY)
                        ? processes.withSexes(shape)
                        : processes.withTiming(shape);
            }
        }
        if (regions.isPresent()) {
            processes = processes.withRegionsCorrelated(regions.get());
        }
        return processes
                .withLocal(components.stream().map(Wandering::local).toList())
                .withEstimates(components.stream().map(Wandering::estimate).toList())
                .withLogit(logit);
    }
}
