import java.util.Map;
import org.kapok.core.Selection;
import org.kapok.projection.change.FertilityLevel;
import org.kapok.projection.change.Scope;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** What if women had 1.3 children in 2035, and how many primary school places more would that be? */
class Fertility {
    public static void main(String[] args) {
        Scenario trend = BundledScenarios.read("guangzhou");
        Scenario higher = trend.with(
                new FertilityLevel("tfr", Scope.since(2026), trend.byYear(Map.of(2026, 1.0, 2035, 1.3))));

        ScenarioRun before = trend.run();
        ScenarioRun after = higher.run();
        for (int year = 2026; year <= 2035; year += 3) {
            System.out.printf(
                    "%d  children under 6: %,.0f on trend, %,.0f with more births%n",
                    year, children(before, year), children(after, year));
        }
    }

    private static double children(ScenarioRun run, int year) {
        return run.projection().in(year).total(Selection.residents().aged(0, 5));
    }
}
