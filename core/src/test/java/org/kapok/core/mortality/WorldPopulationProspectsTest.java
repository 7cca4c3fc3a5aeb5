package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

/** Life expectancies published in World Population Prospects 2019 from its death rates, 2020-2100. */
class WorldPopulationProspectsTest {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "wpp2019");
    private static final AgeGroups AGES = AgeGroups.abridged(100);

    /** 0.02 years: the United Nations fitted the rates to life expectancies rounded to 0.01, no nearer. */
    @ParameterizedTest
    @ValueSource(strings = {"CHN", "DEU", "KAZ", "KOR", "NGA", "USA"})
    void ofMx_abridgedRates_haveThePublishedE0(String country) throws IOException {
        List<String[]> rates = rows(country + "_mortality.csv");
        List<String[]> periods = rows(country + "_period.csv");
        assertThat(rates).hasSize(periods.size() * AGES.count());

        for (int period = 0; period < periods.size(); period++) {
            for (Sex sex : Sex.values()) {
                double[] mx = new double[AGES.count()];
                for (int age = 0; age < mx.length; age++) {
                    String[] row = rates.get(period * mx.length + age);
                    assertThat(row[0]).isEqualTo(periods.get(period)[0]);
                    assertThat(Integer.parseInt(row[1])).isEqualTo(AGES.start(age));
                    mx[age] = Double.parseDouble(row[sex == Sex.FEMALE ? 2 : 3]);
                }

                LifeTable table = LifeTable.ofMx(AGES, mx, sex, A0Rule.COALE_DEMENY, GrevilleEnd.OPEN_RATE);

                double published = Double.parseDouble(periods.get(period)[sex == Sex.FEMALE ? 6 : 7]);
                assertThat(table.e0())
                        .as("%s %s %s", country, sex, periods.get(period)[0])
                        .isCloseTo(published, within(0.02));
            }
        }
    }

    private static List<String[]> rows(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), () -> "no published rates at " + path + ", so nothing to compare with");
        return Files.readAllLines(path).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
