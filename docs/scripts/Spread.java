import java.time.LocalDate;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.EnsembleOptions;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;

/** How far 200 futures of the city spread: Spread.java [DRAWS]. */
class Spread {
    public static void main(String[] args) {
        String asked = args.length > 0 ? args[0] : "200";
        if (!asked.matches("[1-9][0-9]{0,6}")) {
            System.err.println("Spread: got " + asked + ", expected how many futures, as in: kapok script Spread.java 100");
            System.exit(2);
        }
        int draws = Integer.parseInt(asked);
        Scenario scenario = BundledScenarios.read("guangzhou");
        EnsembleRun run = EnsembleRun.of(scenario, EnsembleOptions.onThreads(2).withDraws(draws));

        int residents = 0; // of the whole city, of all ages: the first number that is measured
        for (int step = 0; step < run.steps(); step += 5) {
            LocalDate date = run.dateAfter(step);
            Quantiles spread = run.spread(residents, step);
            System.out.printf(
                    "%s  %,.0f residents in the middle, 8 of 10 futures from %,.0f to %,.0f%n",
                    date, spread.at(0.5), spread.at(0.1), spread.at(0.9));
        }
    }
}
