package org.kapok.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;

/** A scenario of very many regions in two groups, each with its own number of people. */
final class ManyRegions {
    private ManyRegions() {}

    static Scenario of(int regions, Path folder) throws IOException {
        Hamlet.called("Many", folder);
        String scenario = Files.readString(folder.resolve("scenario.json"))
                .replace(
                        "\"regions\": \"regions.csv\",",
                        "\"regions\": \"regions.csv\", \"groups\": ["
                                + "{\"id\": \"north\", \"title\": {\"en\": \"North\", \"zh\": \"北\"}},"
                                + "{\"id\": \"south\", \"title\": {\"en\": \"South\", \"zh\": \"南\"}}],");
        Files.writeString(folder.resolve("scenario.json"), scenario);
        StringBuilder ids = new StringBuilder("id,group,title_en,title_zh\n");
        StringBuilder population = new StringBuilder("region,age,persons_female,persons_male\n");
        for (int region = 0; region < regions; region++) {
            String id = String.format(Locale.ROOT, "R%04d", region);
            ids.append(id).append(region % 2 == 0 ? ",north," : ",south,");
            ids.append(id).append(',').append(id).append('\n');
            for (int age = 0; age <= 85; age += 5) {
                population.append(id).append(',').append(age).append(',');
                population.append(100 + region).append(",50").append('\n');
            }
        }
        Files.writeString(folder.resolve("regions.csv"), ids);
        Files.writeString(folder.resolve("population.csv"), population);
        return ScenarioFolder.read(folder);
    }
}
