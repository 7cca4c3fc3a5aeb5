package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Supply;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.scenario.table.InputDataException;

/** Services, supply and indicators from their files, over the small scenario: 242 people in each of two districts. */
class ProvisioningTest {
    private static final String BEDS =
            "\"norm\": {\"model\": \"ratio\", \"population\": {\"measure\": \"resident\"}, \"per\": 100, \"value\": 1}";

    @TempDir
    private Path folder;

    private SmallScenario small() {
        return SmallScenario.in(folder.resolve("s"));
    }

    /** The small scenario whose beds follow another norm. */
    private SmallScenario norm(String model) {
        return small().edit("services.json", BEDS, "\"norm\": " + model)
                .edit("services.json", "\"cut_off\": \"08-31\",", "\"cut_off\": \"08-31\", \"rates\": \"rates.csv\",")
                .write(
                        "rates.csv",
                        "rate,status,sex,age,value\nill,local,,0,0.1\nill,local,,5,0.3\nill,guest,,5,0.5\n");
    }

    private double beds(SmallScenario scenario, int year) {
        return ScenarioRun.of(ScenarioFolder.read(scenario.folder()))
                .demand()
                .orElseThrow()
                .total("beds", DemandPath.NORM, year);
    }

    private String refusal(SmallScenario scenario) {
        InputDataException refused =
                catchThrowableOfType(InputDataException.class, () -> ScenarioFolder.read(scenario.folder()));
        assertThat(refused).isNotNull();
        return refused.getMessage();
    }

    @Test
    void use_ratesByStatusAndAge_holdUpToTheNextAge() {
        SmallScenario scenario = norm(
                "{\"model\": \"use\", \"rate\": \"ill\", \"time\": 10, \"available\": 100," + " \"occupancy\": 0.5}");

        // locals: 5 ages x 2 sexes x 10 a district at 0.1, 6 ages at 0.3; guests 6 ages x 2 x 1 at 0.5
        double uses = 2 * (100 * 0.1 + 120 * 0.3 + 12 * 0.5);
        assertThat(beds(scenario, 2020)).isCloseTo(uses * 10 / (100 * 0.5), within(1e-9));
    }

    @Test
    void servedIn_matrixOfRegions_movesDemand() {
        SmallScenario scenario = small().edit(
                        "services.json", "\"per\": 100,", "\"per\": 100, \"served_in\": \"m.csv\",")
                .write("m.csv", "region,served_in,share\nA,A,0.25\nA,B,0.75\n");

        double[] byRegion = ScenarioRun.of(ScenarioFolder.read(scenario.folder()))
                .demand()
                .orElseThrow()
                .at("beds", DemandPath.NORM, 2020);

        assertThat(byRegion[0]).isCloseTo(2.42 * 0.25, within(1e-9));
        assertThat(byRegion[1]).isCloseTo(2.42 * 1.75, within(1e-9));
    }

    @Test
    void care_pathway_readsLevelsAndSettings() {
        SmallScenario scenario = norm("{\"model\": \"care\", \"pathway\": \"p\", \"setting\": \"bed\"}")
                .edit(
                        "services.json",
                        "\"rates\": \"rates.csv\",",
                        "\"rates\": \"rates.csv\", \"pathways\": [{\"id\": \"p\", \"levels\": {\"any\": \"ill\"},"
                                + " \"settings\": {\"bed\": {\"any\": 0.5}}}],");

        assertThat(beds(scenario, 2020)).isCloseTo(52, within(1e-9));
    }

    @Test
    void supply_closingAndConverting_movesCapacity() {
        SmallScenario scenario = small().write(
                        "supply.csv",
                        "service,region,opens,closes,capacity,delay_years,converts_to,converted_capacity\n"
                                + "beds,,2020,2022-06-30,10,,school,25\nbeds,,2020,,3,1.5,,\n");

        ScenarioRun run = ScenarioRun.of(ScenarioFolder.read(scenario.folder()));

        assertThat(supplied(run, "beds", 2021)).isEqualTo(10);
        assertThat(supplied(run, "beds", 2022)).isEqualTo(13); // the second opens in July 2021
        assertThat(supplied(run, "beds", 2023)).isEqualTo(3);
        assertThat(supplied(run, "school", 2023)).isEqualTo(25);
    }

    @Test
    void staff_byAge_leaveAtTheirRates() {
        SmallScenario scenario = small().edit(
                        "scenario.json",
                        "\"supply\": \"supply.csv\",",
                        "\"staff\": {\"persons\": \"staff.csv\", \"leaving\": \"leaving.csv\"},")
                .write(
                        "staff.csv",
                        "service,region,date,age,persons\nbeds,,2020,58,100\nbeds,,2020,30,10\nbeds,,2021,25,5\n")
                .write("leaving.csv", "service,age,rate\nbeds,15,0.1\nbeds,59,0.5\nbeds,60,1\n");

        ScenarioRun run = ScenarioRun.of(ScenarioFolder.read(scenario.folder()));

        assertThat(supplied(run, "beds", 2021)).isCloseTo(90 + 9 + 5, within(0.1));
        assertThat(supplied(run, "beds", 2022)).isCloseTo(45 + 8.1 + 4.5, within(0.1));
        assertThat(supplied(run, "beds", 2023)).isCloseTo(0 + 7.29 + 4.05, within(0.1));
    }

    @Test
    void allocation_onlyWhereAsked_marksRows() {
        SmallScenario scenario = small().edit(
                        "scenario.json",
                        "\"supply\": \"supply.csv\",",
                        "\"supply\": \"supply.csv\", \"supply_allocation\": {\"beds\": {\"measure\": \"resident\"}},");

        ScenarioRun run = ScenarioRun.of(ScenarioFolder.read(scenario.folder()));

        assertThat(run.gap()
                        .orElseThrow()
                        .at("beds", "A", DemandPath.NORM, 2020)
                        .supply())
                .isCloseTo(1.5, within(1e-12));
        assertThat(run.gap().orElseThrow().rows()).allMatch(row -> row.allocated());
    }

    @Test
    void indicators_everyKind_areJudgedOrExplained() {
        SmallScenario scenario = indicators("""
                {"number": 1, "id": "people", "want": "around", "baseline": 4.84, "target": 5, "formula":
                  {"times": 0.01, "of": {"measure": "resident"}}, TEXT},
                {"number": 2, "id": "beds", "want": "at-least", "baseline": 0.6, "target": 0.7, "by_region": true,
                  "formula": {"times": 100, "of": {"supply": "beds"}, "per": {"measure": "resident"}}, TEXT},
                {"number": 3, "id": "jobs", "want": "at-least", "target": 100,
                  "reason": {"en": "the economy", "zh": "经济"}, TEXT},
                {"number": 4, "id": "seen", "want": "at-most", "baseline": 9, "target": 5,
                  "reason": {"en": "a survey", "zh": "调查"}, TEXT},
                {"number": 5, "id": "new", "want": "at-least", "baseline": 0, "target": 0.5, "formula":
                  {"of": {"added": "beds", "since": 2020}}, TEXT},
                {"number": 6, "id": "pupils", "want": "at-least", "target": 100, "formula":
                  {"times": 100, "of": {"pupils": "school", "path": "need"},
                   "per": {"children": "school", "path": "need"}}, TEXT}
                """).write("observed.csv", "indicator,year,value\nseen,2021,4\n");

        Scorecard card = ScenarioRun.of(ScenarioFolder.read(scenario.folder()))
                .scorecard()
                .orElseThrow();

        assertThat(row(card, 1).value().getAsDouble()).isGreaterThan(4.84);
        assertThat(row(card, 2).verdict()).isEqualTo(Verdict.MET);
        assertThat(row(card, 3).why()).isEqualTo(Scorecard.Why.NO_FORMULA);
        assertThat(row(card, 4).verdict()).isEqualTo(Verdict.MET);
        assertThat(row(card, 4).why()).isEqualTo(Scorecard.Why.OBSERVED);
        assertThat(row(card, 5).value().getAsDouble()).isEqualTo(0.5);
        assertThat(row(card, 6).value().getAsDouble()).isBetween(80.0, 95.0); // guests do not attend
        assertThat(card.rows()).noneMatch(row -> row.area().equals("A")); // beds are supplied as a whole
    }

    @Test
    void indicators_mistakes_areToldWithTheirPlaces() {
        String told = refusal(indicators("""
                {"number": 1, "id": "a", "want": "at-least", "target": 5, "formula":
                  {"times": 1000, "of": {"supply": "bedz"}, "per": {"measure": "resident"}}, TEXT},
                {"number": 2, "id": "b", "want": "more", "target": 5, TEXT}
                """).edit("indicators.json", "\"en\": \"%\"", "\"en\": \"per 10 000\""));

        assertThat(told)
                .contains("got \"bedz\", expected one of beds, school")
                .contains("got a value for 1000 beside the unit \"per 10 000\", expected the same number")
                .contains("got \"more\", expected one of at-least, at-most, around")
                .contains("got neither a formula nor a reason why there is none");
    }

    @Test
    void services_mistakes_areToldWithTheirPlaces() {
        assertThat(refusal(norm("{\"model\": \"magic\"}")))
                .contains("got \"magic\", expected one of ratio, use, school");
        assertThat(refusal(norm("{\"model\": \"use\", \"rate\": \"il\"}")))
                .contains("got \"il\", expected")
                .contains("ill");
        assertThat(refusal(norm("{\"model\": \"ratio\", \"population\": {\"measure\": \"resident\"}, \"per\": 1000,"
                        + " \"value\": 4, \"value_unit\": \"doctors per 10 000 residents\"}")))
                .contains("got a value for 1000 beside the unit \"doctors per 10 000 residents\"");
        assertThat(refusal(norm("{\"model\": \"use\", \"rate\": \"ill\"}")
                        .edit("rates.csv", "ill,guest,,5,0.5", "ill,,,5,0.5")))
                .contains("rates.csv line 4, column rate: got people who have a rate of their own in line 2");
        assertThat(refusal(small().edit("services.json", "\"per\": 100,", "\"per\": 100, \"served_in\": \"m.csv\",")
                        .write("m.csv", "region,served_in,share\nA,B,0.75\n")))
                .contains("region A: got shares that add up to 0.75, expected 1");
        assertThat(refusal(small().write("sources.csv", "id,citation\nplan,The plan\n")
                        .edit("scenario.json", "\"supply\":", "\"sources\": \"sources.csv\", \"supply\":")))
                .contains("got no \"source\", expected it");
    }

    @Test
    void supply_mistakes_areAllTold() {
        String told = refusal(small().write(
                        "supply.csv",
                        "service,region,opens,closes,capacity,unit,converts_to\n"
                                + "beds,,2020,,-3,,\nbeds,,2022,2021,3,,\nbeds,,soon,,3,,\nbeds,,2020,,3,places,\n"
                                + "beds,,2020,,3,,school\n"));

        assertThat(told)
                .contains("line 2, column capacity: got -3, expected 0 or more")
                .contains("line 3, column closes: got 2021-01-01, expected a date after the opening, 2022-01-01")
                .contains("line 4, column opens: got \"soon\", expected a date such as 2025-06-30, or a year")
                .contains("line 5, column unit: got \"places\", expected \"beds\" as beds is counted")
                .contains("line 6, column closes: got an empty cell, expected the date of the conversion");
    }

    private static double supplied(ScenarioRun run, String service, int year) {
        return run.gap()
                .orElseThrow()
                .at(service, Supply.WHOLE_AREA, DemandPath.NORM, year)
                .supply();
    }

    private SmallScenario indicators(String list) {
        String text = "\"title\": {\"en\": \"x\", \"zh\": \"x\"}, \"unit\": {\"en\": \"%\", \"zh\": \"%\"}";
        SmallScenario scenario = small().edit(
                        "scenario.json",
                        "\"supply\": \"supply.csv\",",
                        "\"supply\": \"supply.csv\", \"indicators\": \"indicators.json\", \"observed\": \"observed.csv\",")
                .write("observed.csv", "indicator,year,value\n");
        String plain = text.replace("{\"en\": \"%\"", "{\"en\": \"points\"");
        String all = list.contains("bedz") ? list.replace("TEXT", text) : list.replace("TEXT", plain);
        return scenario.write(
                "indicators.json", "{\"baseline_year\": 2020, \"target_year\": 2021, \"indicators\": [" + all + "]}");
    }

    private static Scorecard.Row row(Scorecard card, int number) {
        return card.rows().stream()
                .filter(row -> row.indicator().number() == number)
                .findFirst()
                .orElseThrow();
    }
}
