package org.kapok.scenario.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.core.AgeGroups;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;

/** The bundled Guangzhou scenario against the figures it was estimated from. */
class CityEstimateTest {
    private static final Selection RESIDENTS = Selection.residents();
    private static final Selection REGISTERED = Selection.registered();

    @TempDir
    private Path folder;

    @Test
    void writeTo_bundledFacts_givesTheBundledTablesByteForByte() throws IOException, URISyntaxException {
        CityEstimate.from(facts()).writeTo(folder);

        try (Stream<Path> written = Files.list(folder)) {
            List<Path> files = written.sorted().toList();
            assertThat(files).hasSize(21);
            for (Path file : files) {
                assertThat(file).hasSameBinaryContentAs(bundled().resolve(file.getFileName()));
            }
        }
    }

    @Test
    void base_residents_meetTheCensusByDistrictSexAndAgeGroup() throws URISyntaxException {
        Population base = BundledScenarios.read("guangzhou").inputs().base();
        CityFacts facts = CityFacts.read(facts());
        AgeGroups groups = CityFacts.CENSUS_AGES;

        for (int region = 0; region < 11; region++) {
            for (Sex sex : Sex.values()) {
                for (int group = 0; group < groups.count(); group++) {
                    int last = group == groups.open() ? Selection.OPEN : groups.start(group + 1) - 1;
                    Selection people = RESIDENTS.of(sex).aged(groups.start(group), last);
                    assertThat(base.byRegion(people)[region])
                            .isCloseTo(facts.residents().at(region, sex.ordinal(), group), within(0.01));
                }
            }
        }
        assertThat(base.total(RESIDENTS)).isCloseTo(18_676_605, within(0.01));
    }

    @Test
    void base_registration_meetsThePublishedTotals() {
        Population base = BundledScenarios.read("guangzhou").inputs().base();

        assertThat(base.total(Selection.status("registered"))).isCloseTo(9_297_780, within(0.01));
        assertThat(base.total(Selection.status("non_registered"))).isCloseTo(9_378_825, within(0.01));
        assertThat(base.total(Selection.status("away"))).isCloseTo(553_300, within(0.01));
        assertThat(base.total(RESIDENTS.aged(15, 15))).isCloseTo(130_986, within(0.01));
        // The published sexes and ages are of 9,851,142 people, 62 more than the sum of the rounded parts.
        double scale = 9_851_080.0 / 9_851_142;
        assertThat(base.total(REGISTERED.of(Sex.FEMALE))).isCloseTo(scale * 4_958_581, within(0.01));
        assertThat(base.total(REGISTERED.aged(60, Selection.OPEN))).isCloseTo(scale * 1_799_500, within(0.01));
        assertThat(base.total(REGISTERED.aged(65, Selection.OPEN))).isCloseTo(scale * 0.1301 * 9_851_142, within(0.01));
    }

    @Test
    void checks_registeredElderlyByDistrict_areReportedWithTheirDeviation() throws IOException, URISyntaxException {
        List<String> lines = Files.readAllLines(bundled().resolve("checks.csv"));

        assertThat(lines).hasSize(17).contains("registered_60_plus,440104,314300,248375");
    }

    @Test
    void from_residentsThatDisagree_saysWhereAndByHowMuch() throws IOException, URISyntaxException {
        copyFacts(Map.of("register_by_district.csv", "440104,688036"), "440104,688037");

        assertThatThrownBy(() -> CityEstimate.from(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BaseEstimate: region 440104: got 1038644.0 residents by place of registration, expected"
                        + " the 1038643.0 by sex and age");
    }

    @Test
    void from_totalsThatOverlapTooMuch_saysHowFarTheFitIsOff() throws IOException, URISyntaxException {
        copyFacts(Map.of("city.csv", "registered_away,553300"), "registered_away,5");
        Path city = folder.resolve("city.csv");
        Files.writeString(city, Files.readString(city).replace("share,0.1301", "share,0.17"));

        assertThatThrownBy(() -> CityEstimate.from(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registered by age")
                .hasMessageContaining("age 65");
    }

    @Test
    void from_singleAgeAboveItsGroup_namesBothMargins() throws IOException, URISyntaxException {
        copyFacts(Map.of("city.csv", "residents_aged_15,130986"), "residents_aged_15,2000000");

        assertThatThrownBy(() -> CityEstimate.from(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("residents aged 15")
                .hasMessageContaining("2000000")
                .hasMessageContaining("residents by district, sex and age");
    }

    /** The facts with one line of one file replaced. */
    private void copyFacts(Map<String, String> lineOf, String replacement) throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(facts())) {
            for (Path file : files.collect(Collectors.toList())) {
                String name = file.getFileName().toString();
                String text = Files.readString(file);
                Files.writeString(
                        folder.resolve(name),
                        lineOf.containsKey(name) ? text.replace(lineOf.get(name), replacement) : text);
            }
        }
    }

    private static Path facts() throws URISyntaxException {
        return Path.of(Scenario.class
                        .getResource("/org/kapok/scenario/facts/guangzhou/city.csv")
                        .toURI())
                .getParent();
    }

    private static Path bundled() throws URISyntaxException {
        return Path.of(ScenarioFolder.class
                        .getResource("/org/kapok/scenario/bundled/guangzhou/scenario.json")
                        .toURI())
                .getParent();
    }
}
