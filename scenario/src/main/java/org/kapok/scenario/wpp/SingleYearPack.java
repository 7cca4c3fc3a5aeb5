package org.kapok.scenario.wpp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Sex;
import org.kapok.core.mortality.A0Rule;
import org.kapok.core.mortality.LifeTable;
import org.kapok.projection.Convention;
import org.kapok.scenario.table.Range;

/** Single years of age and years of 1 January, as in WPP 2024; the sexes apart or together. */
final class SingleYearPack {
    private static final AgeGroups AGES = AgeGroups.singleYears(100);
    private static final Axis ALL_AGES = Axis.ages(AGES);
    private static final A0Rule A0 = Convention.UN_WPP_2024.a0();
    private static final List<String> ANNUAL = List.of(
            "tfr",
            "tfr_low",
            "tfr_high",
            "srb",
            "births",
            "deaths",
            "net_migration",
            "e0_female",
            "e0_male",
            "e0_both",
            "pop_end_female",
            "pop_end_male",
            "pop_end_low",
            "pop_end_high",
            "e100_female",
            "e100_male");

    private final PackTables pack;
    private final Axis years;
    private final Map<String, Cube> annual;

    private SingleYearPack(PackTables pack, Axis years, Map<String, Cube> annual) {
        this.pack = pack;
        this.years = years;
        this.annual = annual;
    }

    static Country read(PackTables pack, boolean bothSexes) {
        List<String> read =
                new ArrayList<>(List.of("tfr", "tfr_low", "tfr_high", "srb", "births", "pop_end_low", "pop_end_high"));
        if (!bothSexes) {
            read.addAll(List.of("e100_female", "e100_male"));
        }
        List<String> unread =
                ANNUAL.stream().filter(name -> !read.contains(name)).toList();
        Axis years = pack.labels("annual", Axis.YEAR, ANNUAL);
        Map<String, Cube> annual = pack.read("annual", List.of(years), Range.atLeast(0, ""), read, unread);
        SingleYearPack own = new SingleYearPack(pack, years, annual);
        return bothSexes ? own.sexesTogether() : own.sexesApart();
    }

    private Country sexesApart() {
        Map<String, Cube> qx = pack.read(
                "mortality", List.of(years, agesTo(99)), Range.share(), List.of("qx_female", "qx_male"), List.of());
        Map<Country.Table, Cube> tables = new EnumMap<>(Country.Table.class);
        tables.put(
                Country.Table.POPULATION,
                pack.readBySex("base_population", List.of(firstYear(), ALL_AGES), Range.atLeast(0, "persons"), "")
                        .select(Axis.YEAR, years.labels().get(0)));
        tables.put(
                Country.Table.SURVIVAL,
                PackTables.bySex(
                        survival(qx.get("qx_female"), "e100_female", Sex.FEMALE),
                        survival(qx.get("qx_male"), "e100_male", Sex.MALE)));
        tables.put(Country.Table.ASFR, asfr());
        tables.put(Country.Table.SRB, annual.get("srb"));
        tables.put(Country.Table.NET, net());
        Map<String, Cube> variants = new LinkedHashMap<>();
        variants.put("medium", annual.get("tfr").map(tfr -> 1));
        variants.put("low", ratio("tfr_low"));
        variants.put("high", ratio("tfr_high"));
        Map<String, Cube> expected = new LinkedHashMap<>();
        Axis later =
                pack.labels("expected_population", Axis.YEAR, List.of(Axis.AGE, PackTables.FEMALE, PackTables.MALE));
        expected.put(
                "medium",
                pack.readBySex("expected_population", List.of(later, ALL_AGES), Range.atLeast(0, "persons"), ""));
        expected.put("low", endOfYear("pop_end_low"));
        expected.put("high", endOfYear("pop_end_high"));
        return country(tables, variants, expected, List.of("tfr_variants"));
    }

    /** The sexes get half each of what is given together, and one survival: only their sums mean anything. */
    private Country sexesTogether() {
        Axis given = agesTo(99);
        Cube both = pack.read(
                        "base_population",
                        List.of(firstYear(), given),
                        Range.atLeast(0, "persons"),
                        List.of(PackTables.BOTH),
                        List.of())
                .get(PackTables.BOTH)
                .select(Axis.YEAR, years.labels().get(0));
        Cube base = PackTables.atAllAges(both, ALL_AGES).map(persons -> persons / 2);
        Cube mx = pack.read(
                        "mortality",
                        List.of(years, given),
                        Range.atLeast(0, "per person-year"),
                        List.of("mx_both"),
                        List.of())
                .get("mx_both");
        Cube net = net();
        Map<Country.Table, Cube> tables = new EnumMap<>(Country.Table.class);
        tables.put(Country.Table.POPULATION, PackTables.bySex(base, base));
        tables.put(Country.Table.SURVIVAL, survivalBothSexes(mx));
        tables.put(Country.Table.ASFR, asfr());
        tables.put(Country.Table.SRB, annual.get("srb"));
        tables.put(Country.Table.BIRTHS, annual.get("births"));
        tables.put(Country.Table.NET, Cube.generate(net.axes(), at -> at[2] == 100 ? 0 : net.at(at)));
        Axis midYears = pack.labels("expected_midyear_population", Axis.YEAR, List.of(Axis.AGE, PackTables.BOTH));
        Cube published = pack.read(
                        "expected_midyear_population",
                        List.of(midYears, given),
                        Range.atLeast(0, "persons"),
                        List.of(PackTables.BOTH),
                        List.of())
                .get(PackTables.BOTH);
        return country(
                tables,
                Map.of("medium", annual.get("tfr").map(tfr -> 1)),
                Map.of("medium", PackTables.renamed(published, Axis.YEAR, new Axis("mid_year", midYears.labels()))),
                List.of("sexes_together"));
    }

    private Country country(
            Map<Country.Table, Cube> tables,
            Map<String, Cube> variants,
            Map<String, Cube> expected,
            List<String> assumptions) {
        return new Country(
                AGES,
                LocalDate.of(year(0), 1, 1),
                year(years.size() - 1) + 1,
                Convention.UN_WPP_2024,
                tables,
                variants,
                expected,
                2024,
                assumptions);
    }

    private Axis firstYear() {
        return new Axis(Axis.YEAR, years.labels().subList(0, 1));
    }

    private Cube asfr() {
        Axis fertile = pack.labels("fertility", Axis.AGE, List.of(Axis.YEAR, "asfr"));
        Cube asfr = pack.read(
                        "fertility",
                        List.of(years, fertile),
                        Range.atLeast(0, "per woman per year"),
                        List.of("asfr"),
                        List.of())
                .get("asfr");
        return PackTables.atAllAges(asfr, ALL_AGES);
    }

    private Cube net() {
        return pack.readBySex("migration", List.of(years, ALL_AGES), Range.any("persons per year"), "");
    }

    private Cube survival(Cube qx, String openEx, Sex sex) {
        double[] survival = new double[years.size() * AGES.count()];
        for (int year = 0; year < years.size(); year++) {
            double[] q = new double[AGES.count()];
            for (int age = 0; age < 100; age++) {
                q[age] = qx.at(year, age);
            }
            q[100] = 1;
            LifeTable table = LifeTable.ofQx(AGES, q, annual.get(openEx).at(year), sex, A0);
            System.arraycopy(table.survivalRatios(), 0, survival, year * q.length, q.length);
        }
        return Cube.of(List.of(years, ALL_AGES), survival);
    }

    /** Ages end before 100, where the pack has nobody. */
    private Cube survivalBothSexes(Cube mx) {
        double[] survival = new double[years.size() * AGES.count()];
        for (int year = 0; year < years.size(); year++) {
            double[] rates = new double[AGES.count()];
            for (int age = 0; age < AGES.count(); age++) {
                rates[age] = mx.at(year, Math.min(age, 99));
            }
            double[] s = LifeTable.ofMxBothSexes(AGES, rates, annual.get("srb").at(year), A0)
                    .survivalRatios();
            s[100] = 0;
            System.arraycopy(s, 0, survival, year * s.length, s.length);
        }
        return Cube.of(List.of(years, ALL_AGES), survival);
    }

    private Cube ratio(String tfr) {
        double[] numbers = annual.get(tfr).toArray();
        for (int year = 0; year < numbers.length; year++) {
            numbers[year] /= annual.get("tfr").at(year);
        }
        return Cube.of(List.of(years), numbers);
    }

    /** The population on 31 December is that of 1 January after it. */
    private Cube endOfYear(String column) {
        return PackTables.renamed(annual.get(column), Axis.YEAR, Axis.years(year(0) + 1, year(years.size() - 1) + 1));
    }

    private int year(int position) {
        return Integer.parseInt(years.labels().get(position));
    }

    private static Axis agesTo(int last) {
        return new Axis(Axis.AGE, ALL_AGES.labels().subList(0, last + 1));
    }
}
