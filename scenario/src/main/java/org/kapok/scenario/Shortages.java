package org.kapok.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kapok.demand.Gap;

/** When areas are short of services, told so that the rounding of a sum does not decide the worst year. */
public final class Shortages {
    private static final double ROUNDING = 1e-9; // of the largest shortage

    private Shortages() {}

    /**
     * When each area is first short of each service and when most: the worst year is the first whose shortage is the
     * largest to a billionth of it.
     *
     * @return in the order of the rows; areas that never are short are left out
     */
    public static List<Gap.Shortage> of(Gap gap) {
        List<Gap.Shortage> found = gap.shortages();
        Map<List<Object>, Double> most = new HashMap<>();
        found.forEach(each -> most.put(List.of(each.service(), each.path(), each.area()), each.most()));
        Map<List<Object>, Integer> worst = new HashMap<>();
        for (Gap.Row row : gap.rows()) {
            List<Object> key = List.of(row.service(), row.path(), row.area());
            if (most.containsKey(key) && row.balance().shortage() >= (1 - ROUNDING) * most.get(key)) {
                worst.merge(key, row.year(), Math::min);
            }
        }
        return found.stream()
                .map(each -> new Gap.Shortage(
                        each.service(),
                        each.area(),
                        each.path(),
                        each.first(),
                        worst.get(List.<Object>of(each.service(), each.path(), each.area())),
                        each.most()))
                .toList();
    }
}
