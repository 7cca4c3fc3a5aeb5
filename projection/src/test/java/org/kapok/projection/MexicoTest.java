package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.core.mortality.A0Rule;
import org.kapok.core.mortality.LifeTable;

/**
 * Mexico from 2024 to 2101 as the United Nations projected it: World Population Prospects 2024, inputs and published
 * populations (CC BY 3.0 IGO), in a folder beside the project; absent, the tests are skipped.
 */
class MexicoTest {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "wpp2024");
    private static final AgeGroups AGES = AgeGroups.singleYears(100);
    private static final CellSpace SPACE =
            new CellSpace(List.of(new Region("MEX", "")), List.of(new Status("all", true, true)), AGES);
    private static final Axis YEARS = Axis.years(2024, 2100);

    @Test
    void project_medium_matchesThePublishedPopulations() throws IOException {
        assumeTrue(Files.exists(FOLDER), () -> "no World Population Prospects at " + FOLDER);

        Projection projection = CohortComponent.project(inputs(), 2101);

        Table expected = Table.read("MEX_expected_population.csv");
        assertThat(projection.flowYears()).isEqualTo(YEARS);
        for (int year = 2025; year <= 2101; year++) {
            Population population = projection.in(year);
            double total = 0;
            for (int age = 0; age <= 100; age++) {
                for (Sex sex : Sex.values()) {
                    double published = expected.at(year, age, sex.label());
                    total += published;
                    if (age < 100 && published >= 1000) {
                        assertThat(population.persons(0, 0, sex, age))
                                .as("%d, age %d, %s", year, age, sex)
                                .isCloseTo(published, within(4e-4 * published));
                    }
                }
            }
            assertThat(population.total(Selection.residents())).as("%d", year).isCloseTo(total, within(2e-5 * total));
        }
        assertThat(projection.accounts()).isLessThan(1e-6);
    }

    @Test
    void project_oneYearFromEachPublishedPopulation_matchesTheNextOne() throws IOException {
        assumeTrue(Files.exists(FOLDER), () -> "no World Population Prospects at " + FOLDER);
        ProjectionInputs all = inputs();
        Table expected = Table.read("MEX_expected_population.csv");
        Table births = Table.read("MEX_expected_births.csv");

        for (int year = 2025; year <= 2100; year++) {
            Population published = population(expected, year);
            Projection projection = CohortComponent.project(
                    ProjectionInputs.of(published, all.survival(), all.asfr(), all.srb())
                            .withExternal(all.external().orElseThrow()),
                    year + 1);
            for (Sex sex : Sex.values()) {
                for (int age = 0; age < 100; age++) {
                    double next = expected.at(year + 1, age, sex.label());
                    // The sex ratio at birth is published with three decimals, which shows at age 0 alone.
                    assertThat(projection.at(1).persons(0, 0, sex, age))
                            .as("%d, age %d, %s", year + 1, age, sex)
                            .isCloseTo(next, within(age == 0 ? 3e-4 * next : 2));
                }
            }
            for (int age = 15; age <= 49; age++) {
                assertThat(projection.birthsByMother().at(0, 0, 0, age))
                        .isCloseTo(births.at(year, age, "births"), within(0.7));
            }
        }
    }

    private static Population population(Table table, int year) {
        return Population.of(
                SPACE,
                LocalDate.of(year, 1, 1),
                Cube.generate(
                                List.of(Axis.sexes(), Axis.ages(AGES)),
                                at -> table.at(year, at[1], Sex.values()[at[0]].label()))
                        .toArray());
    }

    private static ProjectionInputs inputs() throws IOException {
        Table base = Table.read("MEX_base_population.csv");
        Table mortality = Table.read("MEX_mortality.csv");
        Table fertility = Table.read("MEX_fertility.csv");
        Table migration = Table.read("MEX_migration.csv");
        Table annual = Table.read("MEX_annual.csv");
        List<Axis> cells = List.of(YEARS, Axis.sexes(), Axis.ages(AGES));
        double[] survival = new double[YEARS.size() * 2 * AGES.count()];
        for (int profile = 0; profile < YEARS.size() * 2; profile++) {
            int year = 2024 + profile / 2;
            Sex sex = Sex.values()[profile % 2];
            double[] qx = new double[AGES.count()];
            for (int age = 0; age < 100; age++) {
                qx[age] = mortality.at(year, age, "qx_" + sex.label());
            }
            qx[100] = 1;
            double e100 = annual.at(year, -1, "e100_" + sex.label());
            double[] s =
                    LifeTable.ofQx(AGES, qx, e100, sex, A0Rule.ANDREEV_KINGKADE).survivalRatios();
            System.arraycopy(s, 0, survival, profile * s.length, s.length);
        }
        return ProjectionInputs.of(
                        population(base, 2024),
                        Cube.of(cells, survival),
                        Cube.generate(
                                List.of(YEARS, Axis.ages(AGES)),
                                at -> at[1] < 12 || at[1] > 49 ? 0 : fertility.at(2024 + at[0], at[1], "asfr")),
                        Cube.generate(List.of(YEARS), at -> annual.at(2024 + at[0], -1, "srb")))
                .withExternal(ExternalMigration.net(Cube.generate(
                        cells, at -> migration.at(2024 + at[0], at[2], Sex.values()[at[1]].label()))));
    }

    /** A table by year and, where it has ages, by age. */
    private record Table(Map<String, Double> numbers) {
        static Table read(String file) throws IOException {
            Map<String, Double> numbers = new HashMap<>();
            List<String> lines = Files.readAllLines(FOLDER.resolve(file));
            List<String> names = Arrays.asList(lines.get(0).split(","));
            int age = names.indexOf("age");
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split(",", -1);
                for (int i = 0; i < fields.length; i++) {
                    if (!fields[i].isEmpty()) {
                        String key = fields[names.indexOf("year")] + "/" + (age < 0 ? "-1" : fields[age]);
                        numbers.put(key + "/" + names.get(i), Double.valueOf(fields[i]));
                    }
                }
            }
            return new Table(numbers);
        }

        double at(int year, int age, String column) {
            return numbers.get(year + "/" + age + "/" + column);
        }
    }
}
