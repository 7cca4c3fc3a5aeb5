package org.kapok.scenario.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Sex;
import org.kapok.core.mortality.A0Rule;
import org.kapok.core.mortality.AbridgedGraduation;
import org.kapok.core.mortality.BrassRelational;
import org.kapok.core.mortality.KannistoExtension;
import org.kapok.core.mortality.LifeTable;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;
import org.kapok.scenario.table.OutputFile;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;
import org.kapok.scenario.table.TableWriter;

/**
 * The input tables of a city with household registration, estimated from a folder of published facts and stated
 * assumptions. The same facts give the same tables, byte for byte.
 */
public final class CityEstimate {
    /** Ages from which and to which the law of old-age mortality is fitted. */
    private static final KannistoExtension OLD_AGES = new KannistoExtension(80, 99);

    private final Path facts;
    private final BaseEstimate base;
    private final List<LifeTable> standardTables; // by sex
    private final FertilityEstimate fertility;
    private final FlowEstimate flows;

    private CityEstimate(
            Path facts,
            BaseEstimate base,
            List<LifeTable> standardTables,
            FertilityEstimate fertility,
            FlowEstimate flows) {
        this.facts = facts;
        this.base = base;
        this.standardTables = standardTables;
        this.fertility = fertility;
        this.flows = flows;
    }

    /**
     * Estimates from a folder of facts.
     *
     * @throws InputDataException if a table cannot be read, with all problems
     * @throws IllegalArgumentException if the facts contradict each other, such as margins with different totals
     */
    public static CityEstimate from(Path facts) {
        CityFacts read = CityFacts.read(facts);
        List<LifeTable> standard = new ArrayList<>();
        for (Sex sex : Sex.values()) {
            double[] mx = new double[CityFacts.LIFE_TABLE_AGES.count()];
            read.standardMortality().copyTo(sex.ordinal() * mx.length, mx);
            LifeTable abridged = LifeTable.ofMx(CityFacts.LIFE_TABLE_AGES, mx, sex, A0Rule.ANDREEV_KINGKADE);
            standard.add(
                    new AbridgedGraduation(OLD_AGES).graduate(abridged, CityFacts.AGES.start(CityFacts.AGES.open())));
        }
        List<LifeTable> local = scaled(read, standard);
        double surviving = 0;
        for (int age = 0; age < 5; age++) {
            surviving += (local.get(0).Lx(age) + local.get(1).Lx(age)) / 10;
        }
        BaseEstimate base = BaseEstimate.of(read, surviving);
        return new CityEstimate(
                facts,
                base,
                standard,
                FertilityEstimate.of(read, base.population(), local),
                new FlowEstimate(read, base.population(), local));
    }

    /**
     * Writes the tables into a folder, in place of those with the same names: all of them or, where this fails, none.
     *
     * @throws InputDataException if it is the folder of facts, whose own tables would be lost
     */
    public void writeTo(Path folder) throws IOException {
        if (Files.exists(folder) && Files.isSameFile(facts, folder)) {
            String message = "got the folder of facts itself, expected another one; nothing was changed";
            throw new InputDataException(List.of(new InputProblem(folder.toString(), 0, "", "", message)));
        }
        OutputFile.writeAll(folder, this::writeTables);
    }

    private void writeTables(Path folder) throws IOException {
        Files.copy(facts.resolve("regions.csv"), folder.resolve("regions.csv"));
        for (Map.Entry<String, Map<String, Cube>> table : tables().entrySet()) {
            TableWriter.write(folder.resolve(table.getKey()), table.getValue());
        }
        TableWriter.write(
                folder.resolve("checks.csv"), List.of("check", "region", "published", "estimated"), checkRows());
        TableWriter.write(folder.resolve("record.csv"), PastFlows.HEADER, flows.past());
        TableWriter.write(folder.resolve("assumptions.csv"), List.of("id", "en", "zh"), assumptionRows());
    }

    private Map<String, Map<String, Cube>> tables() {
        Map<String, Map<String, Cube>> tables = new LinkedHashMap<>();
        tables.put("population.csv", Map.of("persons", base.population().toCube()));
        tables.put("mortality.csv", Map.of("mx", mortality()));
        tables.put("tfr.csv", Map.of("tfr", fertility.tfr()));
        tables.put("asfr_pattern.csv", Map.of("share", fertility.pattern()));
        tables.put("sex_ratio_at_birth.csv", Map.of("srb", Cube.of(List.of(), fertility.srb())));
        tables.put("arrivals.csv", Map.of("persons", flows.arrivals()));
        tables.put("arrival_schedule.csv", Map.of("share", flows.arrivalSchedule()));
        tables.put("departures.csv", Map.of("rate", flows.departures()));
        tables.put("departure_schedule.csv", Map.of("factor", departureSchedule()));
        tables.put("moves.csv", Map.of("rate", flows.moves()));
        tables.put("move_schedule.csv", Map.of("factor", flows.schedule("mobility", 0, 1)));
        tables.put("destinations.csv", Map.of("share", flows.destinations()));
        tables.put("settlement.csv", Map.of("rate", flows.settlement()));
        tables.put(
                "settlement_schedule.csv", Map.of("factor", flows.schedule("settlement", BaseEstimate.NON_REGISTERED)));
        tables.put("absence.csv", Map.of("rate", flows.absence()));
        tables.put("rural_share.csv", Map.of("share", flows.ruralShare()));
        tables.put("rural_trend.csv", Map.of("factor", flows.ruralTrend()));
        return tables;
    }

    private Cube mortality() {
        return Cube.generate(
                List.of(Axis.sexes(), Axis.ages(CityFacts.AGES)),
                index -> standardTables.get(index[0]).mx(index[1]));
    }

    private Cube departureSchedule() {
        List<Cube> byStatus = List.of(
                flows.schedule("mobility", BaseEstimate.REGISTERED),
                flows.schedule("departures", BaseEstimate.NON_REGISTERED),
                flows.schedule("mobility", BaseEstimate.AWAY));
        return Cube.generate(
                List.of(base.population().space().axes().get(1), Axis.ages(CityFacts.AGES)),
                index -> byStatus.get(index[0]).at(index[1]));
    }

    /** Figures that nothing was fitted to, against those published; and net migration by window of the record. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>(base.checks());
        for (int since : new int[] {2010, 2015, 2018}) {
            checks.add(new Check("net_migration_per_year_since_" + since, "", Double.NaN, flows.netMigration(since)));
        }
        return checks;
    }

    private List<List<String>> checkRows() {
        return checks().stream()
                .map(check -> List.of(
                        check.name(),
                        check.region(),
                        Double.isNaN(check.published()) ? "" : TableWriter.text(check.published()),
                        TableWriter.text(Math.rint(check.estimated()))))
                .toList();
    }

    private List<List<String>> assumptionRows() {
        List<List<String>> rows = new ArrayList<>();
        Problems problems = new Problems(facts);
        for (Row row : RecordTable.read(
                facts.resolve("assumptions.csv"), List.of("id", "value", "unit", "en", "zh"), List.of(), problems)) {
            rows.add(List.of(row.text("id"), row.text("en"), row.text("zh")));
        }
        problems.throwIfAny();
        return rows;
    }

    /** The nation's life tables at the city's life expectancy. */
    private static List<LifeTable> scaled(CityFacts facts, List<LifeTable> standard) {
        Cube bySex = facts.residents().sumOver(Axis.REGION).select(Axis.AGE, "0");
        BrassRelational level = BrassRelational.scaleTo(
                facts.number("life_expectancy"), standard.get(0), standard.get(1), bySex.at(1) / bySex.at(0));
        return List.of(level.applyTo(standard.get(0)), level.applyTo(standard.get(1)));
    }
}
