package org.kapok.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Status;
import org.kapok.demand.YearPath;
import org.kapok.projection.ProjectionInputs;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/** Reads which status children are born into, by their mothers' status: shares that add up to 1 in every year. */
final class NewbornReader {
    private static final double ROUNDING = 1e-9;

    private final Layers layers;
    private final Axis years;
    private final Axis statuses;
    private final Problems problems;

    NewbornReader(Layers layers, Axis years, List<Status> statuses, Problems problems) {
        this.layers = layers;
        this.problems = problems;
        this.years = years;
        this.statuses = Axis.statuses(statuses);
    }

    Optional<Cube> read() {
        return layers.optional("fertility", "newborn_status").map(found -> {
            YearPath[][] shares = new YearPath[statuses.size()][statuses.size()];
            for (int mother = 0; mother < shares.length; mother++) {
                Arrays.fill(shares[mother], YearPath.constant(0));
                shares[mother][mother] = YearPath.constant(1);
            }
            found.value().members().forEach((mother, members) -> {
                if (known(mother, members)) {
                    readRow(shares[statuses.indexOf(mother)], members);
                }
            });
            Axis child = new Axis(ProjectionInputs.CHILD_STATUS, statuses.labels());
            return Cube.generate(List.of(years, statuses, child), at -> shares[at[1]][at[2]].at(year(at[0])));
        });
    }

    /** Shares of the children of one mother's status; those not named get none. */
    private void readRow(YearPath[] row, JsonCursor members) {
        int before = problems.count();
        Arrays.fill(row, YearPath.constant(0));
        members.members().forEach((child, share) -> {
            if (known(child, share)) {
                row[statuses.indexOf(child)] = QuantityReader.path(share, Range.share());
            }
        });
        for (int year = 0; problems.count() == before && year < years.size(); year++) {
            double sum = 0;
            for (YearPath share : row) {
                sum += share.at(year(year));
            }
            if (Math.abs(sum - 1) > ROUNDING) {
                members.report("got shares that add up to " + sum + " in " + year(year) + ", expected 1");
                return;
            }
        }
    }

    private boolean known(String status, JsonCursor value) {
        boolean known = statuses.labels().contains(status);
        if (!known) {
            value.report("got status \"" + status + "\", expected one of " + statuses.labels());
        }
        return known;
    }

    private int year(int position) {
        return Integer.parseInt(years.labels().get(position));
    }
}
