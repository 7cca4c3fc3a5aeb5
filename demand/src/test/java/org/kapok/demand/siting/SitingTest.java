package org.kapok.demand.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kapok.core.Region;

class SitingTest {
    private static final List<Region> REGIONS = List.of(new Region("A", "inner"), new Region("B", "outer"));
    private static final List<Integer> YEARS = List.of(2021, 2022, 2023);

    @Test
    void within_places_goWhereTheyAreMissingLongest() {
        Shortfall shortfall = shortfall(
                new double[][] {{100, 50}, {100, 80}, {100, 80}}, new double[][] {{80, 60}, {80, 60}, {80, 60}});

        SitingPlan plan = Siting.ofPlaces(shortfall, 0).within(Budget.of(30));

        // 20 places in A save three years each, the other 10 in B two years each
        assertThat(plan.before()).isEqualTo(100);
        assertThat(plan.after()).isCloseTo(100 - 60 - 20, within(1e-4));
        assertThat(plan.spent()).isCloseTo(30, within(1e-4));
        assertThat(plan.openings().get(0).region()).isEqualTo("A");
        assertThat(plan.openings().get(0).capacity()).isCloseTo(20, within(1e-4));
    }

    @Test
    void within_moreMoneyThanNeeded_isNotSpent() {
        Shortfall shortfall = shortfall(
                new double[][] {{100, 50}, {100, 50}, {100, 50}}, new double[][] {{80, 90}, {80, 90}, {80, 90}});

        SitingPlan plan = Siting.ofPlaces(shortfall, 0).within(Budget.of(500));

        assertThat(plan.after()).isCloseTo(0, within(1e-3)); // B's surplus of 40 helps nobody in A
        assertThat(plan.spent()).isCloseTo(20, within(1e-3));
    }

    @Test
    void within_limitsOfYearsAndRegions_areKept() {
        Shortfall shortfall = shortfall(new double[][] {{100, 50}, {100, 50}, {100, 50}}, new double[3][2]);

        SitingPlan plan =
                Siting.ofPlaces(shortfall, 0).within(new Budget(60, Map.of(2021, 10.0, 2022, 20.0), Map.of("A", 25.0)));

        assertThat(plan.openings().stream()
                        .filter(each -> each.year() == 2021)
                        .mapToDouble(each -> each.capacity())
                        .sum())
                .isCloseTo(10, within(1e-4));
        assertThat(plan.openings().stream()
                        .filter(each -> each.region().equals("A"))
                        .mapToDouble(each -> each.capacity())
                        .sum())
                .isLessThan(25 + 1e-4);
        assertThat(plan.after()).isCloseTo(450 - 10 * 3 - 20 * 2 - 30, within(1e-3));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void within_sites_isTheBestOfAllPlans(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Shortfall shortfall = random(random);
        List<Site> sites = new ArrayList<>();
        for (int site = 0; site < 4; site++) {
            sites.add(new Site(
                    "s" + site,
                    REGIONS.get(random.nextInt(2)).id(),
                    2021 + random.nextInt(2),
                    10 + random.nextInt(40),
                    1 + random.nextInt(9)));
        }
        double equity = seed % 2 == 0 ? 0 : random.nextDouble();
        Budget budget = new Budget(12, Map.of(2021, 6.0), Map.of());

        SitingPlan plan = Siting.ofSites(shortfall, sites, equity).within(budget);
        double best = bruteForce(shortfall, sites, equity, budget, new int[sites.size()], 0);

        assertThat(objective(shortfall, sites, equity, yearsOf(plan, sites))).isCloseTo(best, within(1e-4));
        assertThat(plan.spent()).isLessThanOrEqualTo(12);
        for (int again = 0; again < 5; again++) { // however its threads would run
            assertThat(Siting.ofSites(shortfall, sites, equity).within(budget)).isEqualTo(plan);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void curve_moreBudget_neverLeavesMoreMissing(long seed) {
        Siting siting = Siting.ofPlaces(random(new SplittableRandom(seed)), 0);

        List<Double> least = siting.curve(Budget.of(0), List.of(0.0, 10.0, 20.0, 40.0, 80.0, 400.0));

        for (int i = 1; i < least.size(); i++) {
            assertThat(least.get(i)).isLessThanOrEqualTo(least.get(i - 1) + 1e-6);
        }
        assertThat(siting.marginalValue(Budget.of(10), 10)).isCloseTo((least.get(1) - least.get(2)) / 10, within(1e-9));
    }

    @Test
    void equity_unequalGroups_bringsTheirRatesTogether() {
        // The same place is missed for one year more in A, so without equity all go there.
        Shortfall shortfall = shortfall(new double[][] {{100, 0}, {100, 100}, {100, 100}}, new double[3][2]);

        SitingPlan efficient = Siting.ofPlaces(shortfall, 0).within(Budget.of(60));
        SitingPlan equal = Siting.ofPlaces(shortfall, 2).within(Budget.of(60));

        assertThat(rateDifference(efficient)).isCloseTo(0.6, within(1e-4));
        assertThat(rateDifference(equal)).isCloseTo(0, within(1e-4));
        assertThat(equal.after()).isGreaterThan(efficient.after());
    }

    @Test
    void siting_wrongInput_isRefused() {
        Shortfall shortfall = shortfall(new double[3][2], new double[3][2]);
        Site site = new Site("a", "A", 2021, 10, 1);

        assertThatThrownBy(() -> new Site("a", "A", 2021, 0, 1))
                .hasMessage("Site.capacity, a: got 0.0, expected above 0, finite");
        assertThatThrownBy(() -> new Site("a", "A", 2021, 1, Double.NaN))
                .hasMessage("Site.cost, a: got NaN, expected 0 or more, finite");
        assertThatThrownBy(() -> Budget.of(-1)).hasMessage("Budget.total: got -1.0, expected 0 or more, finite");
        assertThatThrownBy(() -> Siting.ofSites(shortfall, List.of(site, site), 0))
                .hasMessage("Siting.sites: got a twice, expected each once");
        assertThatThrownBy(() -> Siting.ofSites(shortfall, List.of(new Site("c", "C", 2021, 1, 1)), 0))
                .hasMessage("Siting: got region C, expected one of [A, B]");
        assertThatThrownBy(() -> Siting.ofPlaces(shortfall, -1))
                .hasMessage("Siting.equity: got -1.0, expected 0 or more, finite");
        assertThatThrownBy(() -> shortfall(new double[][] {{1, -1}, {1, 1}, {1, 1}}, new double[3][2]))
                .hasMessage("Shortfall.demand, B: got -1.0, expected 0 or more, finite");
        assertThatThrownBy(() -> shortfall.weighted(List.of(0.0, 0.0)))
                .hasMessage("Shortfall.weights: got only 0, expected one above 0");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    private static Shortfall shortfall(double[][] demand, double[][] supply) {
        return Shortfall.of(REGIONS, YEARS, demand, supply);
    }

    private static Shortfall random(SplittableRandom random) {
        double[][] demand = new double[3][2];
        double[][] supply = new double[3][2];
        for (int year = 0; year < 3; year++) {
            for (int region = 0; region < 2; region++) {
                demand[year][region] = 50 + 100 * random.nextDouble();
                supply[year][region] = 100 * random.nextDouble();
            }
        }
        return shortfall(demand, supply).weighted(List.of(1 + random.nextDouble(), 1 + random.nextDouble()));
    }

    /** The best of all ways to open each site in a year, 0 to 2, or never, 3. */
    private static double bruteForce(
            Shortfall shortfall, List<Site> sites, double equity, Budget budget, int[] years, int site) {
        if (site == years.length) {
            double first = 0;
            double all = 0;
            for (int i = 0; i < years.length; i++) {
                first += years[i] == 0 ? sites.get(i).cost() : 0;
                all += years[i] < 3 ? sites.get(i).cost() : 0;
            }
            boolean fits = all <= budget.total() && first <= budget.perYear().get(2021);
            return fits ? objective(shortfall, sites, equity, years) : Double.POSITIVE_INFINITY;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int year = 0; year <= 3; year++) {
            if (year == 3 || YEARS.get(year) >= sites.get(site).earliest()) {
                years[site] = year;
                best = Math.min(best, bruteForce(shortfall, sites, equity, budget, years, site + 1));
            }
        }
        return best;
    }

    private static double objective(Shortfall shortfall, List<Site> sites, double equity, int[] years) {
        double sum = 0;
        double[] missing = new double[2];
        double[] demand = new double[2];
        for (int year = 0; year < 3; year++) {
            for (int region = 0; region < 2; region++) {
                double opened = 0;
                for (int site = 0; site < years.length; site++) {
                    boolean here =
                            sites.get(site).region().equals(REGIONS.get(region).id());
                    opened += here && years[site] <= year ? sites.get(site).capacity() : 0;
                }
                double left = Math.max(0, shortfall.missing(year, region) - opened);
                sum += shortfall.weight(region) * left;
                missing[region] += left;
                demand[region] += shortfall.demand(year, region);
            }
        }
        double difference = Math.abs(missing[0] / demand[0] - missing[1] / demand[1]);
        return sum + equity * difference * (demand[0] + demand[1]);
    }

    private static int[] yearsOf(SitingPlan plan, List<Site> sites) {
        int[] years = new int[sites.size()];
        for (int site = 0; site < years.length; site++) {
            String id = sites.get(site).id();
            years[site] = plan.openings().stream()
                    .filter(opening -> opening.site().equals(id))
                    .mapToInt(opening -> opening.year() - 2021)
                    .findFirst()
                    .orElse(3);
        }
        return years;
    }

    private static double rateDifference(SitingPlan plan) {
        double a = plan.outcomes().stream()
                .filter(each -> each.region().equals("A"))
                .mapToDouble(each -> each.after())
                .sum();
        double b = plan.outcomes().stream()
                .filter(each -> each.region().equals("B"))
                .mapToDouble(each -> each.after())
                .sum();
        return Math.abs(a / 300 - b / 200);
    }
}
