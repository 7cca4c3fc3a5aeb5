package org.kapok.demand;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * Demand where it is served rather than where people live: {@code demand[j] = sum over i of users[i] x share[i][j]}.
 * Pupils who go to school in another district count there.
 *
 * @param users the model of demand where people live
 * @param shares the share of the users of each region that is served in each, 0 to 1, over {@code region} and then
 *     {@link #SERVED_IN}; the shares of a region add up to 1
 */
public record ServedElsewhere(ServiceModel users, Cube shares) implements ServiceModel {
    /** The axis of regions that serve. */
    public static final String SERVED_IN = "served_in";

    public ServedElsewhere {
        Objects.requireNonNull(users, "users");
        List<String> names = shares.axes().stream().map(Axis::name).toList();
        if (!names.equals(List.of(Axis.REGION, SERVED_IN))
                || !shares.axes().get(0).labels().equals(shares.axes().get(1).labels())) {
            throw new IllegalArgumentException(
                    "ServedElsewhere.shares: got " + shares + ", expected the regions by region and by " + SERVED_IN);
        }
        Use.requireRates(shares, 1, "ServedElsewhere.shares");
        Axis regions = shares.axes().get(0);
        for (int home = 0; home < regions.size(); home++) {
            double sum = 0;
            for (int place = 0; place < regions.size(); place++) {
                sum += shares.at(home, place);
            }
            if (Math.abs(sum - 1) > 1e-6) {
                throw new IllegalArgumentException("ServedElsewhere.shares, region "
                        + regions.labels().get(home) + ": got shares that add up to " + sum + ", expected 1");
            }
        }
    }

    @Override
    public double[] byRegion(Situation situation) {
        double[] home = users.byRegion(situation);
        double[] demand = new double[home.length];
        int populations = situation.people().populations();
        int regions = home.length / populations;
        for (int from = 0; from < regions; from++) {
            for (int to = 0; to < regions; to++) {
                double share = shares.at(from, to);
                for (int i = 0; i < populations; i++) {
                    demand[to * populations + i] += home[from * populations + i] * share;
                }
            }
        }
        return demand;
    }

    @Override
    public List<String> references() {
        return users.references();
    }

    @Override
    public Optional<SchoolCohort> school() {
        return users.school();
    }
}
