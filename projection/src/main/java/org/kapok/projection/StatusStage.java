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

    private record Bound(int from, int to, BoundTable rate) {}

    StatusStage(StepState state, List<StatusTransition> transitions, List<Axis> axes) {
        this.state = state;
        for (StatusTransition transition : transitions) {
            this.transitions.add(new Bound(
                    state.space.statusIndex(transition.from()),
                    state.space.statusIndex(transition.to()),
                    BoundTable.bind("transition " + transition.id(), transition.rate(), axes)));
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
}
