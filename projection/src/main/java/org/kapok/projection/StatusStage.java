package org.kapok.projection;

import java.util.ArrayList;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.projection.internal.BoundTable;
import org.kapok.projection.internal.CohortStep;

/** Changes of status, as a stage of a step: all are counted on the same people, before any of them. */
final class StatusStage {
    private final StepState state;
    private final List<Bound> transitions = new ArrayList<>();

    /** The quota is null where rates alone count. */
    private record Bound(String id, int from, int to, BoundTable rate, BoundTable quota) {}

    StatusStage(StepState state, List<StatusTransition> transitions, List<Axis> axes) {
        this.state = state;
        for (StatusTransition transition : transitions) {
            this.transitions.add(new Bound(
                    transition.id(),
                    state.space.statusIndex(transition.from()),
                    state.space.statusIndex(transition.to()),
                    BoundTable.bind("transition " + transition.id(), transition.rate(), axes),
                    transition
                            .quota()
                            .map(quota -> BoundTable.bind("quota of " + transition.id(), quota, axes))
                            .orElse(null)));
        }
    }

    /** How many kinds of change there are. */
    int count() {
        return transitions.size();
    }

    /** Changes the status of people of a range of ages. */
    void change(int from, int to) {
        for (int i = 0; i < transitions.size(); i++) {
            Bound transition = transitions.get(i);
            for (int profile = 0; profile < state.space.profiles(); profile++) {
                if (state.status(profile) == transition.from) {
                    CohortStep.count(
                            state.counted(),
                            profile * state.ages,
                            transition.rate.values,
                            state.at(transition.rate, profile),
                            state.flows.transitions[i],
                            from,
                            to,
                            state.years);
                }
            }
            if (transition.quota != null) {
                fill(transition, state.flows.transitions[i], from, to);
            }
        }
        for (int i = 0; i < transitions.size(); i++) {
            if (transitions.get(i).quota != null) {
                requirePeople(transitions.get(i), from, to);
            }
        }
        for (int i = 0; i < transitions.size(); i++) {
            Bound transition = transitions.get(i);
            int shift = (transition.to - transition.from) * StepState.SEXES;
            for (int profile = 0; profile < state.space.profiles(); profile++) {
                if (state.status(profile) == transition.from) {
                    state.join(state.flows.transitions[i], profile, -1, profile, from, to);
                    state.enter(state.flows.transitions[i], profile, profile + shift, from, to);
                }
            }
        }
    }

    /** Brings what rates count to the quota of each region; newborns who join last have no part in it. */
    private void fill(Bound transition, double[] counted, int from, int to) {
        boolean newbornsAlone = from == 0 && to == 1 && state.ages > 1;
        for (int region = 0; region < state.space.regions().size(); region++) {
            int first = (region * state.statuses + transition.from) * StepState.SEXES;
            double wanted = newbornsAlone
                    ? 0
                    : state.years
                            * transition.quota.values[transition.quota.at(state.year, region, transition.from, 0)];
            double sum = 0;
            for (int profile = first; profile < first + StepState.SEXES; profile++) {
                for (int cell = profile * state.ages + from; cell < profile * state.ages + to; cell++) {
                    sum += counted[cell];
                }
            }
            if (wanted > 0 && !(sum > 0)) {
                throw new IllegalArgumentException(where(transition, region) + ": got a quota of " + wanted
                        + " persons, expected none where the" + " rates let nobody change");
            }
            double factor = wanted > 0 ? wanted / sum : 0;
            for (int profile = first; profile < first + StepState.SEXES; profile++) {
                for (int cell = profile * state.ages + from; cell < profile * state.ages + to; cell++) {
                    counted[cell] *= factor;
                }
            }
        }
    }

    /** Refuses a quota for more people than there are in a cell, those who change otherwise taken off. */
    private void requirePeople(Bound transition, int from, int to) {
        for (int profile = 0; profile < state.space.profiles(); profile++) {
            if (state.status(profile) != transition.from) {
                continue;
            }
            for (int age = from; age < to; age++) {
                int cell = profile * state.ages + age;
                double leaving = 0;
                for (int i = 0; i < transitions.size(); i++) {
                    leaving += transitions.get(i).from == transition.from ? state.flows.transitions[i][cell] : 0;
                }
                if (leaving > state.counted()[cell] * (1 + 1e-12)) {
                    throw new IllegalArgumentException(where(transition, state.region(profile)) + ", age "
                            + state.space.ages().label(age) + ": got " + leaving
                            + " persons who change status, expected "
                            + state.counted()[cell] + " at most, as no more live there");
                }
            }
        }
    }

    private String where(Bound transition, int region) {
        return "Quota of " + transition.id + ", step " + (state.year + 1) + ", region "
                + state.space.regions().get(region).id();
    }
}
