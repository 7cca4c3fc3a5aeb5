import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.table.TableWriter;

/** A table of every district's residents and their share aged 65 and over: Districts.java FILE.csv. */
class Districts {
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("Districts: expected a file to write, as in: kapok script Districts.java districts.csv");
            System.exit(2);
        }
        Scenario scenario = BundledScenarios.read("guangzhou");
        Projection projection = scenario.run().projection();

        List<List<String>> rows = new ArrayList<>();
        for (int year : new int[] {2020, 2025, 2030, 2035}) {
            Population population = projection.in(year);
            for (Region district : projection.space().regions()) {
                double residents = population.total(Selection.residents(), district.id());
                double elderly = population.total(Selection.residents().aged(65, Selection.OPEN), district.id());
                rows.add(List.of(
                        Integer.toString(year),
                        scenario.titleOf("region", district.id()).en(),
                        TableWriter.text(residents),
                        TableWriter.text(elderly / residents)));
            }
        }
        TableWriter.write(Path.of(args[0]), List.of("year", "district", "residents", "share_65_and_over"), rows);
    }
}
