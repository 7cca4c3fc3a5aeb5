package org.kapok.scenario;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.demand.Ratio;
import org.kapok.demand.SchoolCohort;
import org.kapok.demand.Service;
import org.kapok.demand.ServiceModel;
import org.kapok.demand.Services;
import org.kapok.demand.ShareOf;
import org.kapok.demand.SumOf;
import org.kapok.demand.Supply;
import org.kapok.demand.YearPath;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads services, their norms and needs, and what is supplied of them. */
final class ServicesReader {
    private static final List<String> MODELS = List.of("ratio", "school", "share", "sum");
    private static final Range VALUE = Range.atLeast(0, "");

    private final CellSpace space;
    private final Problems problems;
    private final Map<String, Text> titles = new LinkedHashMap<>();
    private final Map<String, Text> units = new LinkedHashMap<>();
    private MonthDay cutOff = MonthDay.of(8, 31);

    ServicesReader(CellSpace space, Problems problems) {
        this.space = space;
        this.problems = problems;
    }

    /** What services are called, by id. */
    Map<String, Text> titles() {
        return titles;
    }

    /** What services are counted in, by id. */
    Map<String, Text> units() {
        return units;
    }

    Optional<Services> readServices(Path file) {
        List<Service> services = new ArrayList<>();
        int before = problems.count();
        JsonCursor.read(file, problems).ifPresent(root -> {
            root.optional("cut_off").ifPresent(this::readCutOff);
            for (JsonCursor item : root.at("services").items()) {
                String id = item.at("id").text();
                if (titles.containsKey(id)) {
                    item.report("got service \"" + id + "\" twice, expected each once");
                }
                titles.put(id, ScenarioFolder.text(item.at("title")));
                units.put(id, ScenarioFolder.text(item.at("unit")));
                Optional<ServiceModel> norm = model(item.at("norm"));
                Optional<ServiceModel> need = item.optional("need").flatMap(this::model);
                if (norm.isPresent() && !id.isEmpty() && !units.get(id).en().isEmpty()) {
                    services.add(new Service(id, units.get(id).en(), norm.get(), need));
                }
            }
            root.done();
        });
        return problems.count() > before ? Optional.empty() : guarded(file, () -> new Services(services));
    }

    Optional<Supply> readSupply(Path file) {
        List<Supply.Change> changes = new ArrayList<>();
        List<String> regions =
                new ArrayList<>(space.regions().stream().map(Region::id).toList());
        regions.add(0, "");
        List<String> services = List.copyOf(titles.keySet());
        if (services.isEmpty()) {
            return Optional.empty(); // the services have problems, so nothing can be told of their supply
        }
        int before = problems.count();
        for (Row row : RecordTable.read(
                file,
                List.of("service", "region", "year", "change", "delivered"),
                List.of("source", "note"),
                problems)) {
            String service = row.oneOf("service", services);
            String region = row.optionalText("region")
                    .map(id -> row.oneOf("region", regions))
                    .orElse("");
            int year = (int) row.number("year", new Range(1900, 2200, "a year"));
            double change = row.number("change", Range.any("in the unit of the service"));
            double delivered = row.number("delivered", Range.share());
            if (problems.count() == before) {
                changes.add(new Supply.Change(service, region, year, change, delivered));
            }
        }
        return problems.count() > before ? Optional.empty() : guarded(file, () -> new Supply(changes));
    }

    /** What a type refuses although each number is in range is a problem of the file. */
    private <T> Optional<T> guarded(Path file, Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException e) {
            problems.add(file, 0, "", e.getMessage());
            return Optional.empty();
        }
    }

    private void readCutOff(JsonCursor value) {
        try {
            cutOff = MonthDay.parse("--" + value.text());
        } catch (DateTimeException e) {
            value.report("got \"" + value.text() + "\", expected month and day such as \"08-31\"");
        }
    }

    private Optional<ServiceModel> model(JsonCursor model) {
        model.optional("source").ifPresent(JsonCursor::text);
        int before = problems.count();
        ServiceModel read = switch (model.at("model").oneOf(MODELS)) {
            case "ratio" -> {
                Selection people = people(model.at("population"));
                double per = model.at("per").number(Range.atLeast(1, "persons"));
                YearPath value = QuantityReader.path(model.at("value"), VALUE);
                yield problems.count() > before ? null : new Ratio(people, per, value);
            }
            case "school" -> {
                int entry = model.at("entry_age").integer(0, 30);
                int grades = model.at("grades").integer(1, 15);
                Map<String, YearPath> attendance = attendance(model.at("attendance"));
                yield problems.count() > before ? null : new SchoolCohort(entry, grades, cutOff, attendance);
            }
            case "share" -> {
                String of = model.at("of").text();
                YearPath share = QuantityReader.path(model.at("value"), Range.share());
                yield problems.count() > before ? null : new ShareOf(of, share);
            }
            default -> {
                List<String> of =
                        model.at("of").items().stream().map(JsonCursor::text).toList();
                yield problems.count() > before ? null : new SumOf(of);
            }
        };
        return Optional.ofNullable(read);
    }

    private Selection people(JsonCursor population) {
        List<Measure> measures = Measure.ofPeople(space);
        String id = population
                .at("measure")
                .oneOf(measures.stream().map(Measure::id).toList());
        int from =
                population.optional("from_age").map(age -> age.integer(0, 120)).orElse(0);
        int to =
                population.optional("to_age").map(age -> age.integer(from, 120)).orElse(Selection.OPEN);
        return measures.stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow()
                .people()
                .aged(from, to);
    }

    private Map<String, YearPath> attendance(JsonCursor attendance) {
        List<String> ids = space.statuses().stream().map(Status::id).toList();
        Map<String, YearPath> shares = new LinkedHashMap<>();
        attendance.members().forEach((status, value) -> {
            if (ids.contains(status)) {
                shares.put(status, QuantityReader.path(value, VALUE));
            } else {
                value.report("got status \"" + status + "\", expected one of " + ids);
            }
        });
        return shares;
    }
}
