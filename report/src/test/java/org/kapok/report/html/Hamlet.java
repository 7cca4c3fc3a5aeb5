package org.kapok.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;

/** The least that a scenario may be: one place, one status, groups of five years; no plan, no services, no map. */
final class Hamlet {
    private static final String SCENARIO = """
            {
              "format": "kapok-scenario/1",
              "id": "hamlet",
              "title": {"en": "%1$s: held rates", "zh": "%1$s：保持不变"},
              "place": {"en": "%1$s", "zh": "%1$s"},
              "base_date": "2020-07-01",
              "last_year": 2040,
              "convention": "un-wpp-2019-even",
              "ages": {"width": 5, "open": 85},
              "regions": "regions.csv",
              "statuses": [{"id": "all", "resident": true, "registered": true}],
              "population": "population.csv",
              "mortality": {"mx": "mortality.csv"},
              "fertility": {"asfr": "fertility.csv", "sex_ratio_at_birth": 1.05}
            }
            """;

    private Hamlet() {}

    /** Writes the folder and reads it; everything in it is called by a name. */
    static Scenario called(String name, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("scenario.json"), SCENARIO.formatted(name));
        Files.writeString(folder.resolve("regions.csv"), "id,title_en,title_zh\nH," + name + "," + name + "\n");
        StringBuilder population = new StringBuilder("sex,age,persons\n");
        StringBuilder mortality = new StringBuilder("age,mx\n0,0.01\n1,0.001\n");
        StringBuilder fertility = new StringBuilder("age,asfr\n");
        for (int age = 0; age <= 85; age += 5) {
            population
                    .append("female,")
                    .append(age)
                    .append(",")
                    .append(500 - 5 * age)
                    .append("\n");
            population
                    .append("male,")
                    .append(age)
                    .append(",")
                    .append(510 - 6 * age)
                    .append("\n");
            mortality.append(age < 5 ? "" : age + "," + (age == 85 ? 0.2 : 0.002 + age * age / 4e5) + "\n");
            fertility
                    .append(age)
                    .append(",")
                    .append(age >= 20 && age < 40 ? 0.08 : 0)
                    .append("\n");
        }
        Files.writeString(folder.resolve("population.csv"), population);
        Files.writeString(folder.resolve("mortality.csv"), mortality);
        Files.writeString(folder.resolve("fertility.csv"), fertility);
        return ScenarioFolder.read(folder);
    }
}
