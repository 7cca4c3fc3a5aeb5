package org.kapok.scenario.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.core.fitting.Grouping;
import org.kapok.core.fitting.Margin;
import org.kapok.core.fitting.ProportionalFitting;
import org.kapok.core.graduation.Graduation;

/**
 * The base population by district, status, sex and single age: the table nearest to an assumed one that adds up to
 * every published margin.
 *
 * <p>The seed divides the census age groups by the nation's single ages, then each age between registered and
 * non-registered residents by an assumed profile. Iterative proportional fitting then meets, the last exactly:
 *
 * <ol>
 *   <li>registered people aged 0 to 4, from registered births of five years less deaths; 60 to 64; 65 and over;
 *   <li>registered people by sex;
 *   <li>residents aged 15, the one single age published;
 *   <li>registered, non-registered and absent people by district;
 *   <li>residents by district, sex and census age group.
 * </ol>
 *
 * @param population the base population
 * @param fit how well the margins are met
 * @param checks figures that were not fitted, against those published
 */
record BaseEstimate(Population population, ProportionalFitting.Fit fit, List<Check> checks) {
    static final LocalDate CENSUS = LocalDate.of(2020, 11, 1);
    static final int REGISTERED = 0;
    static final int NON_REGISTERED = 1;
    static final int AWAY = 2;
    static final List<Status> STATUSES = List.of(
            new Status("registered", true, true),
            new Status("non_registered", true, false),
            new Status("away", false, true));
    private static final Grouping RESIDENT = Grouping.counting(Axis.STATUS, List.of("registered", "non_registered"));
    private static final Grouping ON_REGISTER = Grouping.counting(Axis.STATUS, List.of("registered", "away"));
    private static final AgeGroups AGES = CityFacts.AGES;

    BaseEstimate {
        checks = List.copyOf(checks);
    }

    /**
     * Estimates the base population.
     *
     * @param survivingToCensus the share of the births of the five years before the census that is alive, 0 to 1
     */
    static BaseEstimate of(CityFacts facts, double survivingToCensus) {
        requireAgreement(facts);
        CellSpace space = new CellSpace(facts.regions(), STATUSES, AGES);
        ProportionalFitting.Fit fit = ProportionalFitting.fit(
                seed(facts, space), margins(facts, space, survivingToCensus), ProportionalFitting.Settings.standard());
        if (!fit.converged()) {
            throw new IllegalArgumentException("BaseEstimate: got totals that cannot all be met, after "
                    + fit.iterations() + " rounds still off by "
                    + fit.deviations().stream()
                            .map(miss ->
                                    miss.absolute() + " persons in " + miss.margin() + " (" + miss.absoluteAt() + ")")
                            .collect(Collectors.joining("; ")));
        }
        Population population = Population.of(space, CENSUS, fit.fitted().toArray());
        return new BaseEstimate(population, fit, checks(facts, population));
    }

    /** Registered people living in the city, in districts other than that of registration included, by district. */
    static double[] present(CityFacts facts) {
        double[] own = facts.register("living_in_own_district");
        double[] province = facts.register("living_from_elsewhere_in_province");
        double share = facts.number("living_in_other_district") / sum(province);
        return IntStream.range(0, own.length)
                .mapToDouble(r -> own[r] + share * province[r])
                .toArray();
    }

    /** Registered people who do not live in the district of their registration, by that district. */
    static double[] livingElsewhere(CityFacts facts) {
        double[] registered = facts.register("registered_mean_2019");
        double[] own = facts.register("living_in_own_district");
        double growth = facts.record("registered", 2020) / sum(registered);
        return IntStream.range(0, own.length)
                .mapToDouble(r -> growth * registered[r] - own[r])
                .toArray();
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The residents of a district by place of registration must be its residents by age. */
    private static void requireAgreement(CityFacts facts) {
        double[] own = facts.register("living_in_own_district");
        double[] province = facts.register("living_from_elsewhere_in_province");
        double[] others = facts.register("living_from_other_provinces");
        Cube residents = facts.residents().sumOver(Axis.AGE).sumOver(Axis.SEX);
        List<String> errors = new ArrayList<>();
        for (int region = 0; region < own.length; region++) {
            double registered = own[region] + province[region] + others[region];
            if (registered != residents.at(region)) {
                errors.add("region " + facts.regions().get(region).id() + ": got " + registered
                        + " residents by place of registration, expected the " + residents.at(region)
                        + " by sex and age");
            }
        }
        if (facts.number("living_in_other_district") > sum(province)) {
            errors.add("city.csv, living_in_other_district: got " + facts.number("living_in_other_district")
                    + ", expected at most the " + sum(province) + " residents from elsewhere in the province");
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("BaseEstimate: " + String.join("; ", errors));
        }
    }

    private static Cube seed(CityFacts facts, CellSpace space) {
        double[][] single = new double[facts.regions().size() * 2][];
        for (int region = 0; region < facts.regions().size(); region++) {
            for (Sex sex : Sex.values()) {
                double[] standard = new double[AGES.count()];
                facts.standardPopulation().copyTo(sex.ordinal() * AGES.count(), standard);
                double[] groups = new double[CityFacts.CENSUS_AGES.count()];
                facts.residents().copyTo((region * 2 + sex.ordinal()) * groups.length, groups);
                single[region * 2 + sex.ordinal()] =
                        Graduation.byStandard(standard, AGES).split(groups, CityFacts.CENSUS_AGES, AGES);
            }
        }
        double[] nonRegistered = facts.profile("non_registered");
        double[] away = facts.profile("away");
        return Cube.generate(space.axes(), index -> {
            double residents = single[index[0] * 2 + index[2]][index[3]];
            double share = nonRegistered[index[3]];
            return switch (index[1]) {
                case REGISTERED -> residents * (1 - share);
                case NON_REGISTERED -> residents * share;
                default -> residents * (1 - share) * away[index[3]];
            };
        });
    }

    private static List<Margin> margins(CityFacts facts, CellSpace space, double survivingToCensus) {
        List<Axis> axes = space.axes();
        Cube byStatus = byStatus(facts, space);
        double onRegister = byStatus.total()
                - byStatus.select(Axis.STATUS, "non_registered").total();
        double scale = onRegister / facts.record("registered", 2020);
        Axis agesCounted = new Axis(Axis.AGE, List.of("0", "60", "65"));
        double elderly = facts.number("registered_65_plus_share") * facts.record("registered", 2020);
        Cube byAge = Cube.of(
                List.of(agesCounted),
                survivingToCensus * birthsOfFiveYears(facts),
                scale * (facts.number("registered_60_plus") - elderly),
                scale * elderly);
        Cube bySex = Cube.of(
                List.of(Axis.sexes()),
                scale * facts.record("registered_female", 2020),
                scale * facts.record("registered_male", 2020));
        Grouping bands = new Grouping(Axis.AGE, bands());
        return List.of(
                Margin.grouped("registered by age", byAge, axes, List.of(ON_REGISTER, bands)),
                Margin.grouped("registered by sex", bySex, axes, List.of(ON_REGISTER)),
                Margin.grouped(
                        "residents aged 15",
                        Cube.of(List.of(), facts.number("residents_aged_15")),
                        axes,
                        List.of(RESIDENT, Grouping.counting(Axis.AGE, List.of("15")))),
                Margin.over("people by district and status", byStatus, axes),
                Margin.grouped(
                        "residents by district, sex and age",
                        facts.residents(),
                        axes,
                        List.of(RESIDENT, Grouping.ages(AGES, CityFacts.CENSUS_AGES))));
    }

    private static Map<String, String> bands() {
        Map<String, String> bands = new HashMap<>();
        for (int age : AGES.starts()) {
            if (age < 5 || age >= 60) {
                bands.put(Integer.toString(age), age < 5 ? "0" : age < 65 ? "60" : "65");
            }
        }
        return bands;
    }

    /** Registered births of the five years to the census, two months of which lie in the first calendar year. */
    private static double birthsOfFiveYears(CityFacts facts) {
        double births = facts.record("registered_births", 2015) / 6 + facts.record("registered_births", 2020) * 5 / 6;
        for (int year = 2016; year <= 2019; year++) {
            births += facts.record("registered_births", year);
        }
        return births;
    }

    private static Cube byStatus(CityFacts facts, CellSpace space) {
        double[] present = present(facts);
        double[] elsewhere = livingElsewhere(facts);
        double away = facts.number("registered_away") / sum(elsewhere);
        Cube residents = facts.residents().sumOver(Axis.AGE).sumOver(Axis.SEX);
        return Cube.generate(List.of(space.axes().get(0), space.axes().get(1)), index -> switch (index[1]) {
            case REGISTERED -> present[index[0]];
            case NON_REGISTERED -> residents.at(index[0]) - present[index[0]];
            default -> away * elsewhere[index[0]];
        });
    }

    private static List<Check> checks(CityFacts facts, Population population) {
        List<Check> checks = new ArrayList<>();
        Selection registered = Selection.registered();
        checks.add(new Check("registered", "", facts.record("registered", 2020), population.total(registered)));
        checks.add(new Check(
                "registered_60_plus",
                "",
                facts.number("registered_60_plus"),
                population.total(registered.aged(60, Selection.OPEN))));
        double[] published = facts.register("registered_60_plus_2020");
        double[] estimated = population.byRegion(registered.aged(60, Selection.OPEN));
        for (int region = 0; region < published.length; region++) {
            checks.add(new Check(
                    "registered_60_plus", facts.regions().get(region).id(), published[region], estimated[region]));
        }
        return checks;
    }
}
