package org.kapok.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kapok.core.Selection;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Formula;
import org.kapok.demand.scorecard.Goal;
import org.kapok.demand.scorecard.Goal.Direction;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Quantity;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;

/**
 * How a target stands, by the rule that indicators are judged by: met, at risk by up to one tolerance more, or off track.
 *
 * <p>A target that an indicator of the plan asks for as well is judged as that indicator is, by its direction and
 * tolerance, so that one wanted value has one verdict. Any other is met within 1% of its value, above or below; a soft
 * target within its own tolerance. Solving is stricter: there a hard target holds to a millionth.
 *
 * @param target the target
 * @param reached what a run comes to
 * @param goal what is wanted, in the unit of the target
 * @param indicator the indicator that asks for the same, if there is one
 */
public record TargetStanding(Target target, double reached, Goal goal, Optional<Indicator> indicator) {
    /** How far off the wanted value still counts as met where nothing else is stated, as a share of it. */
    public static final double TOLERANCE = 0.01;

    private static final double SAME = 1e-6; // of a wanted value, what rounding may leave

    public TargetStanding {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(indicator, "indicator");
    }

    /** How the target stands. */
    public Verdict verdict() {
        return goal.judge(reached, goal.targetYear());
    }

    static TargetStanding of(Target target, double reached, List<Indicator> indicators) {
        Optional<Indicator> same = asking(target, indicators);
        int year = target.date().getYear();
        Direction direction =
                same.map(indicator -> indicator.goal().direction()).orElse(Direction.AROUND);
        double share = target.hard() ? TOLERANCE : target.tolerance();
        double tolerance = same.map(indicator ->
                        indicator.goal().tolerance() / formula(indicator).times())
                .orElse(share * Math.abs(target.value()));
        Goal goal = new Goal(direction, OptionalDouble.empty(), year - 1, target.value(), year, tolerance);
        return new TargetStanding(target, reached, goal, same);
    }

    /** The indicator that asks for the same as a target, if there is one. */
    static Optional<Indicator> asking(Target target, List<Indicator> indicators) {
        return indicators.stream()
                .filter(indicator -> asksFor(indicator, target))
                .findFirst();
    }

    private static Formula formula(Indicator indicator) {
        return indicator.basis().formula().orElseThrow();
    }

    private static boolean asksFor(Indicator indicator, Target target) {
        if (indicator.basis().formula().isEmpty() || !target.area().equals(Supply.WHOLE_AREA)) {
            return false;
        }
        Formula formula = formula(indicator);
        double wanted = indicator.goal().target() / formula.times();
        boolean shared = target.shareOf().isPresent();
        return indicator.goal().targetYear() == target.date().getYear()
                && Math.abs(wanted - target.value()) <= SAME * Math.abs(target.value())
                && isOne(formula.of(), target.measure(), target.fromAge(), target.toAge())
                && (shared
                        ? isOne(formula.per(), target.shareOf().get(), 0, Selection.OPEN)
                        : formula.per().isEmpty());
    }

    private static boolean isOne(List<Quantity> quantities, Measure measure, int fromAge, int toAge) {
        return quantities.size() == 1
                && quantities.get(0) instanceof Quantity.Projected projected
                && projected.measure().id().equals(measure.id())
                && projected.fromAge() == fromAge
                && projected.toAge() == toAge;
    }
}
