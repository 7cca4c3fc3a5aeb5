package org.kapok.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.ScenarioRun;

/** The example of docs/pictures.md, compiled and run. */
class PicturesGuideTest {
    @TempDir
    private Path folder;

    @Test
    void example_runs() throws IOException {
        // GUIDE
        ScenarioRun run = ScenarioRun.of(BundledScenarios.read("guangzhou"));

        Picture.pyramid(run, 2035).writePng(folder.resolve("pyramid.png"));
        Picture.trend(run).in(Locale.CHINESE).writeSvg(folder.resolve("trend.svg"));
        Picture.components(run, "440106").size(1200, 600).writePng(folder.resolve("tianhe.png"));
        Picture.map(run, 2035).density(4).writePng(folder.resolve("map.png"));
        Picture.shortages(run).note("Supply as of 2020.").writeSvg(folder.resolve("shortages.svg"));

        EnsembleRun futures = EnsembleRun.of(run.scenario(), 2);
        Picture.fan(futures, "resident", "central", AgeBand.parse("65+")).writePng(folder.resolve("fan.png"));
        // GUIDE
        for (String name :
                new String[] {"pyramid.png", "trend.svg", "tianhe.png", "map.png", "shortages.svg", "fan.png"}) {
            assertThat(folder.resolve(name)).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("shortages.svg"))).contains("Supply as of 2020.");
    }

    @Test
    void guide_showsThisExample() throws IOException {
        Path top = Path.of("").toAbsolutePath().getParent();
        String source =
                Files.readString(top.resolve("report/src/test/java/org/kapok/report/picture/PicturesGuideTest.java"));
        String example = source.split("        // GUIDE\n")[1].replaceAll("(?m)^        ", "");

        assertThat(Files.readString(top.resolve("docs/pictures.md"))).contains("```java\n" + example + "```");
    }
}
