package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Supply;

/**
 * A service that the whole place is short of by the norm.
 *
 * @param service the id of the service
 * @param now the balance in the year that is looked at
 * @param last the balance in the last year
 * @param first the first year it is short
 */
record Shortfall(String service, Gap.Balance now, Gap.Balance last, int first) {
    /** The services short in a year, those that lack the largest share of the norm first. */
    static List<Shortfall> in(Gap gap, int year, int last) {
        List<Shortfall> found = new ArrayList<>();
        for (Gap.Shortage shortage : gap.shortages()) {
            if (shortage.path() == DemandPath.NORM && shortage.area().equals(Supply.WHOLE_AREA)) {
                String service = shortage.service();
                Gap.Balance now = balance(gap, service, year);
                Gap.Balance then = balance(gap, service, last);
                if (now != null && then != null && now.shortage() > 0) {
                    found.add(new Shortfall(service, now, then, shortage.first()));
                }
            }
        }
        found.sort(Comparator.comparingDouble(shortfall -> -share(shortfall.now)));
        return found;
    }

    /** A service's supply may be known in some years only. */
    private static Gap.Balance balance(Gap gap, String service, int year) {
        return gap.rows().stream()
                .filter(row -> row.service().equals(service)
                        && row.path() == DemandPath.NORM
                        && row.area().equals(Supply.WHOLE_AREA)
                        && row.year() == year)
                .map(Gap.Row::balance)
                .findFirst()
                .orElse(null);
    }

    /** The part of the norm that is missing. */
    static double share(Gap.Balance balance) {
        return balance.demand() > 0 ? balance.shortage() / balance.demand() : 0;
    }
}
