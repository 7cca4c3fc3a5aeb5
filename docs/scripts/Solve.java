import java.util.Map;
import org.kapok.projection.change.FertilityLevel;
import org.kapok.projection.change.Scope;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Need;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.SolveRun;

/** What the plan's targets for 2025 ask of migration and settlement, as births are and if there were fewer. */
class Solve {
    public static void main(String[] args) {
        Scenario plan = BundledScenarios.read("guangzhou-plan");
        print("as births are", plan);
        print("with 0.6 children per woman",
                plan.with(new FertilityLevel("tfr", Scope.since(2021), plan.byYear(Map.of(2021, 0.6)))));
    }

    private static void print(String title, Scenario scenario) {
        SolveRun run = SolveRun.of(scenario);
        System.out.println(title + (run.solution().holds() ? ", all targets hold:" : ", targets conflict:"));
        for (Need need : run.needs()) {
            boolean wholePlace = need.area().isEmpty() && need.ages().equals(AgeBand.all()) && need.from() < need.to();
            if (wholePlace && need.measure().id().matches("net_migration:resident|transition:settlement")) {
                System.out.printf(
                        "  %s, %d-%d: %,.0f persons a year, %,.0f on trend%n",
                        need.measure().id(), need.from(), need.to(), need.needed(), need.trend());
            }
        }
    }
}
