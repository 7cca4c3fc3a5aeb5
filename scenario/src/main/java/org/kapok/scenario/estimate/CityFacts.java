package org.kapok.scenario.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.scenario.table.CubeTable;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;
import org.kapok.scenario.table.SparseYears;
import org.kapok.scenario.table.TableSpec;

/**
 * What a Chinese city publishes of its people, and the schedules of a larger place that stand in where it publishes
 * none. The layout of the folder is described in {@code docs/estimation.md}.
 *
 * @param regions the districts
 * @param residents residents of the census by region, sex and age 0, 1-4, 5-9, ..., 85+
 * @param register figures on household registration by region, by the name of their column
 * @param record yearly figures of the city, by the name of their column
 * @param standardPopulation a nation's people by sex and single age
 * @param standardMortality a nation's mx by sex and abridged age
 * @param standardFertility births per woman of another place by single age
 * @param city single facts, by name
 * @param assumptions numbers that nothing published tells, by name
 * @param profiles assumed age profiles by name, shape [age]
 */
record CityFacts(
        List<Region> regions,
        Cube residents,
        Map<String, double[]> register,
        Map<String, SortedMap<Integer, Double>> record,
        Cube standardPopulation,
        Cube standardMortality,
        double[] standardFertility,
        Map<String, Double> city,
        Map<String, Double> assumptions,
        Map<String, double[]> profiles) {

    static final AgeGroups AGES = AgeGroups.singleYears(100);
    static final AgeGroups CENSUS_AGES = AgeGroups.abridged(85);
    static final AgeGroups LIFE_TABLE_AGES = AgeGroups.abridged(100);
    static final List<String> REGISTER = List.of(
            "living_in_own_district",
            "living_from_elsewhere_in_province",
            "living_from_other_provinces",
            "registered_mean_2019",
            "arrivals_2019",
            "departures_2019",
            "registered_60_plus_2020",
            "rural_residents");
    static final List<String> RECORD = List.of(
            "residents",
            "registered",
            "registered_female",
            "registered_male",
            "registered_births",
            "registered_deaths");
    private static final Range PERSONS = Range.atLeast(0, "persons");

    /** Reads the folder; reports all problems at once. */
    static CityFacts read(Path folder) {
        Problems problems = new Problems(folder);
        List<Region> regions = new ArrayList<>();
        for (Row row : RecordTable.read(
                folder.resolve("regions.csv"),
                List.of("id", "title_en", "title_zh", "group"),
                List.of("source"),
                problems)) {
            regions.add(new Region(row.text("id"), row.text("group")));
        }
        problems.throwIfAny();
        Axis region = Axis.regions(regions);
        Axis sex = Axis.sexes();
        Cube residents = table(folder, "residents.csv", "persons", problems, region, sex, Axis.ages(CENSUS_AGES));
        Cube population = table(folder, "standard_population.csv", "persons", problems, sex, Axis.ages(AGES));
        Cube mortality = table(folder, "standard_mortality.csv", "mx", problems, sex, Axis.ages(LIFE_TABLE_AGES));
        CityFacts facts = new CityFacts(
                List.copyOf(regions),
                residents,
                register(folder, region, problems),
                record(folder, problems),
                population,
                mortality,
                fertility(folder, problems),
                numbers(folder.resolve("city.csv"), "fact", List.of("unit", "source"), problems),
                numbers(folder.resolve("assumptions.csv"), "id", List.of("unit", "en", "zh"), problems),
                profiles(folder, problems));
        problems.throwIfAny();
        return facts;
    }

    /** A single fact or assumption. */
    double number(String name) {
        Double value = city.getOrDefault(name, assumptions.get(name));
        if (value == null) {
            throw new IllegalArgumentException(
                    "CityFacts: got no " + name + ", expected it in city.csv or assumptions.csv");
        }
        return value;
    }

    /** A column of figures on registration, shape [region]. */
    double[] register(String column) {
        return register.get(column);
    }

    /** An assumed age profile, shape [age]. */
    double[] profile(String name) {
        double[] profile = profiles.get(name);
        if (profile == null) {
            throw new IllegalArgumentException("CityFacts: got no profile " + name + ", expected it in profiles.csv");
        }
        return profile;
    }

    /** A yearly figure; between years of the record it runs straight. */
    double record(String column, int year) {
        SortedMap<Integer, Double> series = record.get(column);
        int before = series.headMap(year + 1).lastKey();
        int after = series.tailMap(year).firstKey();
        double share = before == after ? 0 : (double) (year - before) / (after - before);
        return series.get(before) + share * (series.get(after) - series.get(before));
    }

    private static Cube table(Path folder, String file, String value, Problems problems, Axis... axes) {
        TableSpec spec = TableSpec.over(axes).value(value, PERSONS).note("source");
        for (Axis axis : axes) {
            spec = spec.requiring(axis.name());
        }
        return CubeTable.read(folder.resolve(file), spec.years(SparseYears.AS_GIVEN), problems)
                .getOrDefault(value, Cube.of(List.of(), 0));
    }

    private static Map<String, double[]> register(Path folder, Axis region, Problems problems) {
        Map<String, double[]> register = new HashMap<>();
        REGISTER.forEach(column -> register.put(column, new double[region.size()]));
        List<String> columns = new ArrayList<>(REGISTER);
        columns.add("region");
        for (Row row :
                RecordTable.read(folder.resolve("register_by_district.csv"), columns, List.of("source"), problems)) {
            int index = region.indexOf(row.oneOf("region", region.labels()));
            REGISTER.forEach(column -> register.get(column)[index] = row.number(column, PERSONS));
        }
        return register;
    }

    private static Map<String, SortedMap<Integer, Double>> record(Path folder, Problems problems) {
        Map<String, SortedMap<Integer, Double>> record = new HashMap<>();
        RECORD.forEach(column -> record.put(column, new TreeMap<>()));
        List<String> columns = new ArrayList<>(RECORD);
        columns.add("year");
        for (Row row : RecordTable.read(folder.resolve("record.csv"), columns, List.of("source"), problems)) {
            int year = (int) row.number("year", new Range(1900, 2100, "a year"));
            RECORD.forEach(column -> record.get(column).put(year, row.number(column, PERSONS)));
        }
        return record;
    }

    private static double[] fertility(Path folder, Problems problems) {
        double[] asfr = new double[AGES.count()];
        for (Row row : RecordTable.read(
                folder.resolve("standard_fertility.csv"),
                List.of("age", "women", "births"),
                List.of("source"),
                problems)) {
            int age = AGES.indexOf((int) row.number("age", new Range(0, 100, "years")));
            asfr[age] = row.number("births", PERSONS) / row.number("women", Range.atLeast(1, "women"));
        }
        return asfr;
    }

    private static Map<String, Double> numbers(Path file, String key, List<String> notes, Problems problems) {
        Map<String, Double> numbers = new HashMap<>();
        for (Row row : RecordTable.read(file, List.of(key, "value"), notes, problems)) {
            row.optionalNumber("value", Range.any("")).ifPresent(value -> numbers.put(row.text(key), value));
        }
        return numbers;
    }

    private static Map<String, double[]> profiles(Path folder, Problems problems) {
        Map<String, NavigableMap<Integer, Double>> knots = new HashMap<>();
        for (Row row : RecordTable.read(
                folder.resolve("profiles.csv"), List.of("profile", "age", "value"), List.of("source"), problems)) {
            int age = (int) row.number("age", new Range(0, 100, "years"));
            knots.computeIfAbsent(row.text("profile"), name -> new TreeMap<>()).put(age, row.number("value", PERSONS));
        }
        Map<String, double[]> profiles = new HashMap<>();
        knots.forEach((name, knot) -> profiles.put(name, straight(knot)));
        return profiles;
    }

    private static double[] straight(NavigableMap<Integer, Double> knots) {
        double[] values = new double[AGES.count()];
        for (int age = 0; age < values.length; age++) {
            var before = knots.floorEntry(age) == null ? knots.firstEntry() : knots.floorEntry(age);
            var after = knots.ceilingEntry(age) == null ? knots.lastEntry() : knots.ceilingEntry(age);
            int span = after.getKey() - before.getKey();
            double share = span <= 0 ? 0 : (double) (age - before.getKey()) / span;
            values[age] = before.getValue() + share * (after.getValue() - before.getValue());
        }
        return values;
    }
}
