package org.kapok.demand.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ojalgo.concurrent.Parallelism;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.optimisation.integer.NodeKey;

/**
 * Chooses where and when to build so that the weighted shortage of all years and regions is least.
 *
 * <pre>
 *   minimise   sum over t, d of w[d] short[t][d]  +  equity x (highest rate - lowest rate) x all demand
 *   such that  short[t][d] >= missing[t][d] - opened in d up to t,  short[t][d] >= 0,
 *              what opens keeps to the budget, in all, in a year and in a region
 * </pre>
 *
 * <p>The rate of a group of regions is its shortage of all years over its demand of all years. A surplus in one region
 * never serves another. Sites open whole, once or never (a mixed-integer programme); places may be split (a linear
 * programme). Of plans with the same shortage the one that spends least is taken, by a second solution with the shortage
 * held to 1e-6; where the solver finds none, the first stands.
 *
 * @see "Daskin (2013), Network and Discrete Location, 2nd ed., ch. 4 and 8"
 */
public final class Siting {
    /** What the second solution may give up of the first, relatively: the tolerance of the solver. */
    private static final double HELD = 1e-6;

    /** What the second solution must save, relatively, to be more than a rounding. */
    private static final double SAVED = 1e-4;

    private static final double CHOSEN = 0.5;
    private static final double NOTHING = 1e-6;

    private final Shortfall shortfall;
    private final List<Site> sites; // none: places
    private final double equity;

    private Siting(Shortfall shortfall, List<Site> sites, double equity) {
        this.shortfall = Objects.requireNonNull(shortfall, "shortfall");
        this.sites = List.copyOf(sites);
        this.equity = equity;
        if (!(equity >= 0) || Double.isInfinite(equity)) {
            throw new IllegalArgumentException("Siting.equity: got " + equity + ", expected 0 or more, finite");
        }
    }

    /**
     * The choice among sites, 1 or more, each id once.
     *
     * @param equity what a difference of 1 between the shortage rates of groups counts, against all demand missing
     */
    public static Siting ofSites(Shortfall shortfall, List<Site> sites, double equity) {
        Set<String> ids = new HashSet<>();
        for (Site site : sites) {
            shortfall.region(site.region());
            if (!ids.add(site.id())) {
                throw new IllegalArgumentException("Siting.sites: got " + site.id() + " twice, expected each once");
            }
        }
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("Siting.sites: got none, expected 1 or more");
        }
        return new Siting(shortfall, sites, equity);
    }

    /**
     * The choice of places, of which any number may open in any region and year.
     *
     * @param equity as for {@link #ofSites}
     */
    public static Siting ofPlaces(Shortfall shortfall, double equity) {
        return new Siting(shortfall, List.of(), equity);
    }

    /** The best plan within a budget. */
    public SitingPlan within(Budget budget) {
        budget.perRegion().keySet().forEach(shortfall::region);
        Programme first = new Programme(budget);
        double least = first.solve();
        Programme second = new Programme(budget);
        second.hold(least);
        SitingPlan best = plan(first);
        if (!second.solved()) {
            return best;
        }
        SitingPlan cheaper = plan(second);
        return cheaper.spent() < (1 - SAVED) * best.spent() ? cheaper : best;
    }

    /** The weighted shortage and equity term of the best plan at each total of a budget, in the order given. */
    public List<Double> curve(Budget budget, List<Double> totals) {
        List<Double> least = new ArrayList<>();
        for (double total : totals) {
            least.add(new Programme(budget.withTotal(total)).solve());
        }
        return least;
    }

    /**
     * What the next unit of the budget saves, unit-years of weighted shortage per unit, found by solving again.
     *
     * @param more how much more the budget has, above 0; sites open whole, so this should be the size of one
     */
    public double marginalValue(Budget budget, double more) {
        if (!(more > 0) || Double.isInfinite(more)) {
            throw new IllegalArgumentException("Siting.more: got " + more + ", expected above 0, finite");
        }
        List<Double> least = curve(budget, List.of(budget.total(), budget.total() + more));
        return (least.get(0) - least.get(1)) / more;
    }

    private SitingPlan plan(Programme solved) {
        List<SitingPlan.Opening> openings = new ArrayList<>();
        double spent = 0;
        for (Choice choice : solved.choices) {
            double value = choice.variable.getValue().doubleValue();
            if (choice.site == null ? value > NOTHING : value > CHOSEN) {
                double part = choice.site == null ? value : 1;
                openings.add(choice.opening(shortfall, part));
                spent += choice.cost * part;
            }
        }
        openings.sort(Comparator.comparingInt(SitingPlan.Opening::year)
                .thenComparingInt(opening -> shortfall.region(opening.region()))
                .thenComparing(SitingPlan.Opening::site));
        List<SitingPlan.Outcome> outcomes = new ArrayList<>();
        double before = 0;
        double after = 0;
        for (int year = 0; year < shortfall.years().size(); year++) {
            for (int region = 0; region < shortfall.regions().size(); region++) {
                String id = shortfall.regions().get(region).id();
                int at = shortfall.years().get(year);
                double opened = openings.stream()
                        .filter(opening -> opening.region().equals(id) && opening.year() <= at)
                        .mapToDouble(SitingPlan.Opening::capacity)
                        .sum();
                double missing = shortfall.missing(year, region);
                SitingPlan.Outcome outcome =
                        new SitingPlan.Outcome(id, at, Math.max(0, missing), Math.max(0, missing - opened));
                outcomes.add(outcome);
                before += shortfall.weight(region) * outcome.before();
                after += shortfall.weight(region) * outcome.after();
            }
        }
        return new SitingPlan(openings, outcomes, before, after, spent);
    }

    /** One thing that may open. */
    private record Choice(Site site, int region, int year, double capacity, double cost, Variable variable) {
        SitingPlan.Opening opening(Shortfall shortfall, double part) {
            return new SitingPlan.Opening(
                    site == null ? "" : site.id(),
                    shortfall.regions().get(region).id(),
                    shortfall.years().get(year),
                    capacity * part,
                    cost * part);
        }
    }

    /** The programme of one budget. */
    private final class Programme {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final List<Choice> choices = new ArrayList<>();
        private final Map<Variable, Double> objective = new LinkedHashMap<>();

        Programme(Budget budget) {
            addChoices(budget);
            Variable[][] missing = addShortages();
            addBudget(budget);
            if (equity > 0 && shortfall.groups().size() > 1) {
                addEquity(missing);
            }
        }

        private void addChoices(Budget budget) {
            for (Site site : sites) {
                Expression once = model.newExpression("once " + site.id()).upper(1);
                for (int year = 0; year < shortfall.years().size(); year++) {
                    if (shortfall.years().get(year) >= site.earliest()) {
                        Variable opens =
                                model.newVariable(site.id() + " " + year).binary();
                        once.set(opens, 1);
                        int region = shortfall.region(site.region());
                        choices.add(new Choice(site, region, year, site.capacity(), site.cost(), opens));
                    }
                }
            }
            for (int year = 0; sites.isEmpty() && year < shortfall.years().size(); year++) {
                for (int region = 0; region < shortfall.regions().size(); region++) {
                    Variable places = model.newVariable("places " + year + " " + region)
                            .lower(0)
                            .upper(budget.total());
                    choices.add(new Choice(null, region, year, 1, 1, places));
                }
            }
        }

        private Variable[][] addShortages() {
            Variable[][] missing =
                    new Variable[shortfall.years().size()][shortfall.regions().size()];
            for (int year = 0; year < missing.length; year++) {
                for (int region = 0; region < missing[year].length; region++) {
                    double most = Math.max(0, shortfall.missing(year, region));
                    Variable own = model.newVariable("short " + year + " " + region)
                            .lower(0)
                            .upper(most);
                    missing[year][region] = own;
                    objective.merge(own, shortfall.weight(region), Double::sum);
                    Expression covered = model.newExpression("covered " + year + " " + region)
                            .lower(shortfall.missing(year, region));
                    covered.set(own, 1);
                    for (Choice choice : choices) {
                        if (choice.region == region && choice.year <= year) {
                            covered.set(choice.variable, choice.capacity);
                        }
                    }
                }
            }
            return missing;
        }

        private void addBudget(Budget budget) {
            Expression total = model.newExpression("budget").upper(budget.total());
            choices.forEach(choice -> total.set(choice.variable, choice.cost));
            budget.perYear().forEach((year, most) -> {
                Expression own = model.newExpression("budget of " + year).upper(most);
                choices.stream()
                        .filter(choice -> shortfall.years().get(choice.year).equals(year))
                        .forEach(choice -> own.set(choice.variable, choice.cost));
            });
            budget.perRegion().forEach((region, most) -> {
                Expression own = model.newExpression("budget in " + region).upper(most);
                choices.stream()
                        .filter(choice -> choice.region == shortfall.region(region))
                        .forEach(choice -> own.set(choice.variable, choice.cost));
            });
        }

        /** The highest and lowest rate of any group; both are pressed together by the objective. */
        private void addEquity(Variable[][] missing) {
            Variable highest = model.newVariable("highest").lower(0).upper(1);
            Variable lowest = model.newVariable("lowest").lower(0).upper(1);
            double all = 0;
            for (List<Integer> group : shortfall.groups()) {
                double demand = shortfall.demandOf(group);
                all += demand;
                if (!(demand > 0)) {
                    continue;
                }
                Expression above = model.newExpression("above " + group).lower(0);
                Expression below = model.newExpression("below " + group).upper(0);
                above.set(highest, demand);
                below.set(lowest, demand);
                for (Variable[] year : missing) {
                    for (int region : group) {
                        above.set(year[region], -1);
                        below.set(year[region], -1);
                    }
                }
            }
            objective.put(highest, equity * all);
            objective.put(lowest, -equity * all);
        }

        /** Holds the shortage of a first solution and asks for the least spending. */
        void hold(double least) {
            Expression held = model.newExpression("held").upper(least + HELD * Math.max(1, Math.abs(least)));
            objective.forEach(held::set);
            objective.clear();
            for (Choice choice : choices) {
                objective.put(choice.variable, choice.cost);
            }
        }

        /** The least value of the objective. */
        double solve() {
            Optimisation.Result result = minimise();
            if (!result.getState().isOptimal()) {
                throw new IllegalStateException("Siting: the solver found no best plan, but " + result.getState());
            }
            return result.getValue();
        }

        /** Whether there is a best plan; a held shortage can be out of reach by a rounding of the solver. */
        boolean solved() {
            return minimise().getState().isOptimal();
        }

        @SuppressWarnings("unchecked") // the solver takes its priorities as generic varargs
        private Optimisation.Result minimise() {
            // Several threads would come to different ones of equal plans.
            model.options.integer(IntegerStrategy.DEFAULT
                    .withParallelism(Parallelism.ONE)
                    .withPriorityDefinitions(NodeKey.MIN_OBJECTIVE));
            Expression wanted = model.newExpression("objective").weight(1);
            objective.forEach(wanted::set);
            return model.minimise();
        }
    }
}
