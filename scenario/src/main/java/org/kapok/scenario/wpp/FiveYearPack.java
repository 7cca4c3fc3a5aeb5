package org.kapok.scenario.wpp;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.Convention;
import org.kapok.scenario.table.Range;

/** Five-year groups and periods between 1 July and 1 July, as in WPP 2019. */
final class FiveYearPack {
    private static final AgeGroups AGES = AgeGroups.fiveYears(100);
    private static final Axis ALL_AGES = Axis.ages(AGES);
    private static final String PERIOD = "period_start";
    private static final String VARIANT = "variant";
    private static final List<String> VARIANTS = List.of("medium", "low", "high");
    private static final List<String> READ = List.of("tfr", "tfr_low", "tfr_high", "srb", "migration_even");
    private static final List<String> UNREAD = List.of("net_migration", "e0_female", "e0_male");

    private FiveYearPack() {}

    static Country read(PackTables pack) {
        Axis periods = pack.labels("period", PERIOD, concat(READ, UNREAD));
        Axis years = new Axis(Axis.YEAR, periods.labels());
        Map<String, Cube> period = pack.read("period", List.of(periods), Range.atLeast(0, ""), READ, UNREAD);
        Map<Country.Table, Cube> tables = tables(pack, periods, years, period);
        Map<String, Cube> variants = new LinkedHashMap<>();
        for (String variant : VARIANTS) {
            Cube tfr = period.get(variant.equals("medium") ? "tfr" : "tfr_" + variant);
            variants.put(
                    variant,
                    Cube.generate(
                            List.of(years), at -> tfr.at(at) / period.get("tfr").at(at)));
        }
        int first = Integer.parseInt(years.labels().get(0));
        int last = Integer.parseInt(years.labels().get(years.size() - 1)) + 5;
        boolean even = period.get("migration_even").at(0) == 1;
        return new Country(
                AGES,
                LocalDate.of(first, 7, 1),
                last,
                even ? Convention.UN_WPP_2019_EVEN : Convention.UN_WPP_2019_END,
                tables,
                variants,
                expected(pack),
                2019,
                List.of("inferred_migration"));
    }

    private static Map<Country.Table, Cube> tables(
            PackTables pack, Axis periods, Axis years, Map<String, Cube> period) {
        Axis first = new Axis(Axis.YEAR, years.labels().subList(0, 1));
        Cube base = pack.readBySex("base_population", List.of(first, ALL_AGES), Range.atLeast(0, "persons"), "");
        Cube mx = pack.readBySex(
                "mortality",
                List.of(periods, Axis.ages(AgeGroups.abridged(100))),
                Range.atLeast(0, "per person-year"),
                "mx_");
        Cube net = pack.readBySex("migration", List.of(periods, ALL_AGES), Range.any("persons in five years"), "");
        Axis fertile = pack.labels("fertility", Axis.AGE, List.of(PERIOD, "pasfr"));
        Cube pasfr = pack.read(
                        "fertility",
                        List.of(periods, fertile),
                        new Range(0, 100, "percent"),
                        List.of("pasfr"),
                        List.of())
                .get("pasfr");
        Cube tfr = period.get("tfr");
        Cube asfr = Cube.generate(pasfr.axes(), at -> pasfr.at(at) / 100 * tfr.at(at[0]) / 5);
        Map<Country.Table, Cube> tables = new EnumMap<>(Country.Table.class);
        tables.put(
                Country.Table.POPULATION, base.select(Axis.YEAR, first.labels().get(0)));
        tables.put(Country.Table.MX, PackTables.renamed(mx, PERIOD, years));
        tables.put(Country.Table.ASFR, PackTables.renamed(PackTables.atAllAges(asfr, ALL_AGES), PERIOD, years));
        tables.put(Country.Table.SRB, PackTables.renamed(period.get("srb"), PERIOD, years));
        tables.put(Country.Table.NET, PackTables.renamed(net.map(persons -> persons / 5), PERIOD, years));
        return tables;
    }

    private static Map<String, Cube> expected(PackTables pack) {
        Axis variants = pack.labels("expected_population", VARIANT, List.of("year", "age", "female", "male"));
        Axis years = pack.labels("expected_population", Axis.YEAR, List.of(VARIANT, "age", "female", "male"));
        Axis dates = new Axis(Axis.YEAR, years.labels());
        Cube published = pack.readBySex(
                "expected_population", List.of(dates, variants, ALL_AGES), Range.atLeast(0, "persons"), "");
        Map<String, Cube> expected = new LinkedHashMap<>();
        for (String variant : VARIANTS) {
            expected.put(variant, published.select(VARIANT, variant));
        }
        return expected;
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
