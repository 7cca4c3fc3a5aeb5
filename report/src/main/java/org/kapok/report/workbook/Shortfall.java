package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Gap.Balance> now = new LinkedHashMap<>();
        Map<String, Gap.Balance> then = new HashMap<>();
        Map<String, Integer> first = new HashMap<>();
        for (Gap.Row row : gap.rows()) {
            if (row.path() == DemandPath.NORM && row.area().equals(Supply.WHOLE_AREA)) {
                if (row.year() == year) {
                    now.put(row.service(), row.balance());
                }
                if (row.year() == last) {
                    then.put(row.service(), row.balance());
                }
                if (row.balance().shortage() > 0) {
                    first.merge(row.service(), row.year(), Math::min);
                }
            }
        }
        List<Shortfall> found = new ArrayList<>();
        now.forEach((service, balance) -> {
            boolean known = then.containsKey(service); // a service's supply may be known in some years only
            if (known && balance.shortage() > 0) {
                found.add(new Shortfall(service, balance, then.get(service), first.get(service)));
            }
        });
        found.sort(Comparator.comparingDouble(shortfall -> -share(shortfall.now)));
        return found;
    }

    /** The part of the norm that is missing. */
    static double share(Gap.Balance balance) {
        return balance.demand() > 0 ? balance.shortage() / balance.demand() : 0;
    }
}
