import java.nio.file.Path;
import java.time.LocalDate;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Gap;
import org.kapok.demand.Supply;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.RunFolder;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** Who will live in Guangzhou at the end of 2025, what will be missing, and every table of it: FirstProgram.java. */
class FirstProgram {
    public static void main(String[] args) throws Exception {
        Scenario scenario = BundledScenarios.read("guangzhou"); // or ScenarioFolder.read(Path.of("my-city"))
        ScenarioRun run = scenario.run();

        Population end2025 = run.projection().on(LocalDate.of(2025, 12, 31));
        double residents = end2025.total(Selection.residents());
        double central = end2025.total(Selection.residents(), "central");
        double elderly = end2025.total(Selection.residents().aged(65, Selection.OPEN)) / residents;
        System.out.printf("%,.0f residents, %,.0f of them central, ", residents, central);
        System.out.printf("%.1f%% aged 65 and over%n", 100 * elderly);

        Gap gap = run.gap().orElseThrow();
        double bedsShort = gap.at("beds", Supply.WHOLE_AREA, DemandPath.NORM, 2025).shortage();
        long judged = run.scorecard().orElseThrow().rows().size();
        System.out.printf("%,.0f hospital beds short in 2025; %d verdicts on indicators%n", bedsShort, judged);

        RunFolder.write(run, Path.of("results")); // every table, as the command writes them
    }
}
