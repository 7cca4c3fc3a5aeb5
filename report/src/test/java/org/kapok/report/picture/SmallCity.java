package org.kapok.report.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.ScenarioRun;

/** One region of one status in groups of five years, without services: 1000 of each sex in every group at first. */
final class SmallCity {
    private static final int OPEN = 85;

    private SmallCity() {}

    /** Its run, the place having a title in Chinese. */
    static ScenarioRun run(Path folder, String chinese) {
        return run(folder, "Smallville", chinese);
    }

    /** Its run, the place having a title in English and in Chinese. */
    static ScenarioRun run(Path folder, String english, String chinese) {
        try {
            Files.writeString(
                    folder.resolve("scenario.json"),
                    SCENARIO.replace("ENGLISH", english).replace("CHINESE", chinese));
            Files.writeString(folder.resolve("regions.csv"), "id,title_en,title_zh\nA,Ash,甲\n");
            Files.writeString(folder.resolve("population.csv"), rows("age,persons_female,persons_male", ",1000,1000"));
            Files.writeString(
                    folder.resolve("mortality.csv"), rows("age,mx_female,mx_male\n1,0.01,0.02", ",0.01,0.02"));
            String fertility = rows("age,asfr", ",0").replace("\n25,0\n", "\n25,0.3\n");
            Files.writeString(folder.resolve("fertility.csv"), fertility);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Scenario scenario = ScenarioFolder.read(folder);
        return ScenarioRun.of(scenario);
    }

    private static String rows(String header, String values) {
        StringBuilder rows = new StringBuilder(header).append('\n');
        for (int age = 0; age <= OPEN; age += 5) {
            rows.append(age).append(values).append('\n');
        }
        return rows.toString();
    }

    private static final String SCENARIO = """
            {
              "format": "kapok-scenario/1",
              "id": "small",
              "title": {"en": "Small", "zh": "小"},
              "place": {"en": "ENGLISH", "zh": "CHINESE"},
              "base_date": "2020-01-01",
              "last_year": 2040,
              "convention": "un-wpp-2019-end",
              "ages": {"width": 5, "open": 85},
              "regions": "regions.csv",
              "statuses": [{"id": "all", "resident": true, "registered": true}],
              "population": "population.csv",
              "mortality": {"mx": "mortality.csv"},
              "fertility": {"asfr": "fertility.csv", "sex_ratio_at_birth": 1.05}
            }
            """;
}
