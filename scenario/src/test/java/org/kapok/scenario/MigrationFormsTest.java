package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.core.Cube;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;

/** Every form of movement that a scenario may state, and the mistakes of each. */
class MigrationFormsTest {
    private static final String EXTERNAL =
            "\"external\": {\"arrivals\": [\"arrivals.csv\", 0.5], \"departure_rate\": 0.01}";
    private static final String SHARES = "\"destinations.csv\"";

    @TempDir
    private Path folder;

    private SmallScenario small;

    @BeforeEach
    void write() {
        small = SmallScenario.in(folder);
    }

    @Test
    void read_sharesByOrigin_sendPeopleWhereTheySay() {
        small.edit("scenario.json", SHARES, "\"od.csv\"")
                .write("od.csv", "origin,region,age,share\n" + everyAge("A,B", 1) + everyAge("B,A", 1));
        Projection projection = projection();
        Cube in = projection.flows(Flow.MOVES_IN);
        Cube out = projection.flows(Flow.MOVES_OUT);

        assertThat(in.at(0, 0, 0, 0, 5)).isPositive().isEqualTo(out.at(0, 1, 0, 0, 5));
        assertThat(in.at(0, 1, 0, 0, 5)).isPositive().isEqualTo(out.at(0, 0, 0, 0, 5));
        assertThat(projection.accounts()).isLessThan(1e-10);
    }

    @Test
    void read_sharesByOriginThatLoseSomebody_areRefused() {
        small.edit("scenario.json", SHARES, "\"od.csv\"").write("od.csv", "origin,region,share\nA,B,1\nB,A,0.9\n");

        assertRefused(
                "scenario.json line 24, column 55, /internal/destination_share: origin B: got shares adding up to 0.9,"
                        + " expected 1");

        small.write("od.csv", "origin,region,share\nA,B,1\nC,A,1\nB,A,1.5\n");

        assertRefused(
                "od.csv line 3, column origin: got \"C\", expected one of A, B",
                "od.csv line 4, column share (origin B, region A): got 1.5, expected 0 to 1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"net\": -0.25}; 0; 0.25",
                "{\"net\": {\"2020\": 3, \"2023\": 3}}; 3; 0",
                "{\"net_rate\": -0.1}; 0; 0",
                "{\"arrivals\": 2, \"departures\": 1}; 2; 1",
                "{\"net_total\": 44, \"schedule\": \"schedule.csv\"}; 11; 0",
            })
    void read_formsOfExternalMigration_becomeArrivalsAndDepartures(String form, double arrivals, double departures) {
        small.write("schedule.csv", "age,share\n0,0.5\n1,0.5\n2,0\n3,0\n4,0\n5,0\n6,0\n7,0\n8,0\n9,0\n10,0\n")
                .edit("scenario.json", EXTERNAL, "\"external\": " + form);
        ExternalMigration external =
                ScenarioFolder.read(folder).inputs().external().orElseThrow();

        assertThat(external.arrivals().toArray()[0]).isCloseTo(arrivals, within(1e-12));
        assertThat(external.departures().toArray()[0]).isCloseTo(departures, within(1e-12));
        assertThat(external.departureRate().toArray()[0]).isEqualTo(form.contains("net_rate") ? 0.1 : 0);
        assertThat(projection().accounts()).isLessThan(1e-10);
    }

    @Test
    void read_formsThatContradict_areRefused() {
        small.edit("scenario.json", EXTERNAL, "\"external\": {\"net\": 1, \"net_rate\": 0.1}");
        assertRefused("scenario.json line 23, column 15, /external: got [net, net_rate], expected any of [arrivals,"
                + " arrival_rate, departures, departure_rate], or one of [net, net_rate, net_total]");
    }

    @Test
    void read_scheduleThatLosesSomebody_isRefused() {
        small.edit("scenario.json", EXTERNAL, "\"external\": {\"net_total\": 44, \"schedule\": 0.1}");

        assertThatThrownBy(() -> ScenarioFolder.read(folder))
                .hasMessageContaining("/external/schedule")
                .hasMessageContaining("expected shares by age that add up to 1");
    }

    @Test
    void read_survivalInPlaceOfMx_isTaken() {
        small.edit("scenario.json", "{\"mx\": \"mortality.csv\"}", "{\"survival\": 0.5}");
        assertThat(ScenarioFolder.read(folder).inputs().survival().toArray()).containsExactly(0.5);

        small.edit("scenario.json", "\"un-wpp-2024\"", "\"wheldon\"");
        assertRefused("scenario.json line 17, column 16, /mortality: got no open_age_survival under wheldon, expected"
                + " it beside survival");

        small.edit("scenario.json", "{\"survival\": 0.5}", "{\"survival\": 0.5, \"open_age_survival\": 0.25}");
        assertThat(ScenarioFolder.read(folder)
                        .inputs()
                        .openAgeSurvival()
                        .orElseThrow()
                        .toArray())
                .containsExactly(0.25);
        assertThat(projection().accounts()).isLessThan(1e-10);
    }

    @Test
    void read_birthsGiven_areBorn() {
        small.edit("scenario.json", "\"sex_ratio_at_birth\"", "\"births\": \"births.csv\", \"sex_ratio_at_birth\"")
                .write("births.csv", "region,status,births\nA,local,5\nA,guest,1\nB,local,7\nB,guest,0\n");

        assertThat(projection().births().total()).isCloseTo(3 * 13, within(1e-9));
    }

    private Projection projection() {
        return ScenarioRun.of(ScenarioFolder.read(folder)).projection();
    }

    private void assertRefused(String... messages) {
        assertThatThrownBy(() -> ScenarioFolder.read(folder)).hasMessage(String.join("\n", messages));
    }

    private static String everyAge(String labels, double share) {
        StringBuilder rows = new StringBuilder();
        for (int age = 0; age <= 10; age++) {
            rows.append(labels)
                    .append(',')
                    .append(age)
                    .append(',')
                    .append(share)
                    .append('\n');
        }
        return rows.toString();
    }
}
