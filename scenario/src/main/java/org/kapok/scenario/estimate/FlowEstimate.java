package org.kapok.scenario.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.mortality.LifeTable;

/**
 * Flows of a year on the recent trend of the record, which knows net change only: gross flows follow from it by the
 * assumptions of {@link CityFacts}.
 *
 * <p>Each flow is a level by district times an age schedule; a schedule of rates has mean 1 over the people it applies
 * to, so that the level is the crude rate.
 */
final class FlowEstimate {
    private static final int LAST_YEAR = 2050; // of paths by year

    private final CityFacts facts;
    private final Population base;
    private final List<LifeTable> lifeTables; // by sex
    private final int from;
    private final int years;

    /**
     * Prepares the estimate.
     *
     * @param lifeTables the life tables of the base year by sex
     */
    FlowEstimate(CityFacts facts, Population base, List<LifeTable> lifeTables) {
        this.facts = facts;
        this.base = base;
        this.lifeTables = List.copyOf(lifeTables);
        this.from = (int) facts.number("record_from");
        this.years = 2020 - from;
    }

    /** Net migration of residents across the city's border, persons per year: growth less births plus deaths. */
    double netMigration() {
        return netMigration(from);
    }

    /** The same over another window of the record, ending in 2020 too. */
    double netMigration(int since) {
        double growth = facts.record("residents", 2020) - facts.record("residents", since);
        int span = 2020 - since;
        double deaths = deathsOfBaseYear() * meanOfRecord("residents", since) / base.total(Selection.residents());
        return growth / span - childrenPerYear(span) + deaths;
    }

    /** People who join the register from outside the city or from its non-registered residents, per year. */
    double joiningRegister() {
        double growth = facts.record("registered", 2020) - facts.record("registered", from);
        double natural = 0;
        for (int year = from + 1; year <= 2020; year++) {
            natural += facts.record("registered_births", year) - facts.record("registered_deaths", year);
        }
        return (growth - natural) / years + BaseEstimate.sum(facts.register("departures_2019"));
    }

    /** Persons who come across the border per year by region and status. */
    Cube arrivals() {
        double direct = (1 - facts.number("settled_share")) * joiningRegister();
        double left = BaseEstimate.sum(facts.register("departures_2019"));
        double nonRegisteredNet = netMigration() - direct + left;
        double[] joined = facts.register("arrivals_2019");
        double[] stock = stock(BaseEstimate.NON_REGISTERED);
        double rate = nonRegisteredNet / BaseEstimate.sum(stock) + facts.number("departure_rate");
        return byStatus(region -> direct * joined[region] / BaseEstimate.sum(joined), region -> rate * stock[region]);
    }

    /** Departures across the border per person per year by region and status. */
    Cube departures() {
        double[] left = facts.register("departures_2019");
        double[] stock = stock(BaseEstimate.REGISTERED);
        return byStatus(region -> left[region] / stock[region], region -> facts.number("departure_rate"));
    }

    /** People leaving for another district per person per year by region and status. */
    Cube moves() {
        double[] elsewhere = BaseEstimate.livingElsewhere(facts);
        double moved = facts.number("living_in_other_district") / BaseEstimate.sum(elsewhere);
        double[] stock = stock(BaseEstimate.REGISTERED);
        return byStatus(
                region -> moved * elsewhere[region] / facts.number("stock_years") / stock[region],
                region -> facts.number("move_rate"));
    }

    /** Share of movers between districts that each district receives, by region and status. */
    Cube destinations() {
        double[] received = facts.register("living_from_elsewhere_in_province");
        double[] stock = stock(BaseEstimate.NON_REGISTERED);
        double[] away = stock(BaseEstimate.AWAY);
        return Cube.generate(axes(), index -> {
            double[] weights = List.of(received, stock, away).get(index[1]);
            return weights[index[0]] / BaseEstimate.sum(weights);
        });
    }

    /** Settlement per non-registered resident per year by region. */
    Cube settlement() {
        double settled = facts.number("settled_share") * joiningRegister();
        double[] joined = facts.register("arrivals_2019");
        double[] stock = stock(BaseEstimate.NON_REGISTERED);
        return byRegion(region -> settled * joined[region] / BaseEstimate.sum(joined) / stock[region]);
    }

    /** Leaving for over six months per registered and present person per year by region, balancing the returns. */
    Cube absence() {
        double[] away = stock(BaseEstimate.AWAY);
        double[] present = stock(BaseEstimate.REGISTERED);
        return byRegion(region -> facts.number("return_rate") * away[region] / present[region]);
    }

    /** Flows of past years, as rows of {@link PastFlows#HEADER}. */
    List<List<String>> past() {
        return new PastFlows(facts, this).rows();
    }

    /** The share of residents who live in rural areas, by region, at the census. */
    Cube ruralShare() {
        double[] rural = facts.register("rural_residents");
        double[] residents = base.byRegion(Selection.residents());
        return byRegion(region -> rural[region] / residents[region]);
    }

    /** How that share goes on: by the city's yearly ratio between the censuses of 2010 and 2020. */
    Cube ruralTrend() {
        double share = BaseEstimate.sum(facts.register("rural_residents")) / base.total(Selection.residents());
        double decade = share / (1 - facts.number("urban_share_2010"));
        return Cube.generate(List.of(Axis.years(2020, LAST_YEAR)), index -> StrictMath.pow(decade, index[0] / 10.0));
    }

    /** An age schedule of rates, mean 1 over the people of some statuses. */
    Cube schedule(String profile, int... statuses) {
        double[] shape = facts.profile(profile);
        double persons = 0;
        double weighted = 0;
        for (int age = 0; age < shape.length; age++) {
            for (int status : statuses) {
                double people = atAge(status, Sex.FEMALE, age) + atAge(status, Sex.MALE, age);
                persons += people;
                weighted += people * shape[age];
            }
        }
        double mean = weighted / persons;
        return Cube.of(
                List.of(Axis.ages(CityFacts.AGES)),
                Arrays.stream(shape).map(value -> value / mean).toArray());
    }

    /** The sex and age of arrivals: the sexes as among the non-registered, the ages by profile; adding up to 1. */
    Cube arrivalSchedule() {
        double[] shape = facts.profile("arrivals");
        double[] sexes = new double[2];
        for (Sex sex : Sex.values()) {
            sexes[sex.ordinal()] = base.total(Selection.status("non_registered").of(sex));
        }
        double total = BaseEstimate.sum(shape) * BaseEstimate.sum(sexes);
        return Cube.generate(
                List.of(Axis.sexes(), Axis.ages(CityFacts.AGES)), index -> sexes[index[0]] * shape[index[1]] / total);
    }

    /** Residents below the age of {@code span}, brought back to their births, per year; moves of children included. */
    private double childrenPerYear(int span) {
        double births = 0;
        for (Sex sex : Sex.values()) {
            LifeTable table = lifeTables.get(sex.ordinal());
            for (int age = 0; age < span; age++) {
                double children =
                        atAge(BaseEstimate.REGISTERED, sex, age) + atAge(BaseEstimate.NON_REGISTERED, sex, age);
                births += children / table.Lx(age) * table.lx(0);
            }
        }
        return births / span;
    }

    private double deathsOfBaseYear() {
        double deaths = 0;
        for (Sex sex : Sex.values()) {
            for (int age = 0; age < CityFacts.AGES.count(); age++) {
                double residents =
                        atAge(BaseEstimate.REGISTERED, sex, age) + atAge(BaseEstimate.NON_REGISTERED, sex, age);
                deaths += residents * lifeTables.get(sex.ordinal()).mx(age);
            }
        }
        return deaths;
    }

    private double meanOfRecord(String column, int since) {
        double sum = 0;
        for (int year = since; year < 2020; year++) {
            sum += (facts.record(column, year) + facts.record(column, year + 1)) / 2;
        }
        return sum / (2020 - since);
    }

    private double[] stock(int status) {
        return base.byRegion(Selection.status(BaseEstimate.STATUSES.get(status).id()));
    }

    private double atAge(int status, Sex sex, int age) {
        double sum = 0;
        for (int region = 0; region < facts.regions().size(); region++) {
            sum += base.persons(region, status, sex, age);
        }
        return sum;
    }

    private List<Axis> axes() {
        return List.of(base.space().axes().get(0), base.space().axes().get(1));
    }

    /** A table by region and status; nobody moves among those who are away. */
    private Cube byStatus(IntToDoubleFunction registered, IntToDoubleFunction nonRegistered) {
        return Cube.generate(axes(), index -> switch (index[1]) {
            case BaseEstimate.REGISTERED -> registered.applyAsDouble(index[0]);
            case BaseEstimate.NON_REGISTERED -> nonRegistered.applyAsDouble(index[0]);
            default -> 0;
        });
    }

    private Cube byRegion(IntToDoubleFunction level) {
        return Cube.of(
                List.of(base.space().axes().get(0)),
                IntStream.range(0, facts.regions().size()).mapToDouble(level).toArray());
    }
}
