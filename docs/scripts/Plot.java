import java.io.IOException;
import java.nio.file.Path;
import org.kapok.core.Cube;
import org.kapok.projection.change.FertilityLevel;
import org.kapok.projection.change.Scope;
import org.kapok.report.picture.Picture;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** The population pyramid of 2035, were there 1.3 children per woman: Plot.java FILE.png. */
class Plot {
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Plot: expected a file to write, as in: kapok script Plot.java pyramid.png");
            System.exit(2);
        }
        Scenario trend = BundledScenarios.read("guangzhou");
        Scenario higher = trend.with(new FertilityLevel("tfr", Scope.since(2026), Cube.of(1.3)));
        ScenarioRun run = higher.run();
        Picture.pyramid(run, 2035).writePng(Path.of(args[0]));
    }
}
