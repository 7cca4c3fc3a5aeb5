package org.kapok.scenario;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.demand.Attrition;
import org.kapok.demand.Provision;
import org.kapok.demand.Supply;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.RecordTable;
import org.kapok.scenario.table.Row;

/** Reads what is supplied of services: facilities and totals, staff by age, and how totals are allocated. */
final class SupplyReader {
    private static final Range CAPACITY = Range.atLeast(0, "in the unit of the service");
    private static final Range DELAY = new Range(0, 50, "years");
    private static final List<String> REQUIRED = List.of("service", "region", "opens", "capacity");
    private static final List<String> OPTIONAL = List.of(
            "name",
            "closes",
            "delivered",
            "delay_years",
            "attrition",
            "converts_to",
            "converted_capacity",
            "unit",
            "origin",
            "source",
            "note");
    private static final Range AGE = new Range(15, 100, "years");

    private final CellSpace space;
    private final Map<String, Text> units; // by service
    private final List<String> regions;
    private final List<String> services;
    private final Problems problems;

    SupplyReader(CellSpace space, Map<String, Text> units, Problems problems) {
        this.space = space;
        this.units = units;
        this.problems = problems;
        this.regions = space.regions().stream().map(Region::id).toList();
        this.services = List.copyOf(units.keySet());
    }

    /** The supply; nothing where it has problems, or the services have, so that nothing can be told of it. */
    Optional<Supply> read(Layers layers) {
        Optional<Layers.Found> table = layers.optional("supply");
        Optional<Layers.Found> staff = layers.optional("staff");
        if (table.isEmpty() && staff.isEmpty() || services.isEmpty()) {
            return Optional.empty();
        }
        int before = problems.count();
        List<Provision> provisions = new ArrayList<>();
        table.ifPresent(found -> provisions(layers.file(found), provisions));
        staff.ifPresent(found -> staff(layers, found, provisions));
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Supply(provisions));
        } catch (IllegalArgumentException e) { // what the type refuses although each row is right
            problems.add(layers.file(table.orElseGet(staff::orElseThrow)), 0, "", e.getMessage());
            return Optional.empty();
        }
    }

    /** The people that totals are divided among regions by, for the services where the scenario asks for it. */
    Map<String, Selection> allocation(Layers layers) {
        Map<String, Selection> rules = new LinkedHashMap<>();
        layers.optional("supply_allocation")
                .ifPresent(found -> found.value().members().forEach((service, people) -> {
                    Selection those = ModelReader.people(people, space);
                    if (services.contains(service)) {
                        rules.put(service, those);
                    } else if (!services.isEmpty()) { // else the services have problems of their own
                        people.report("got service \"" + service + "\", expected one of " + services);
                    }
                }));
        return rules;
    }

    private void provisions(Path file, List<Provision> provisions) {
        for (Row row : RecordTable.read(file, REQUIRED, OPTIONAL, problems)) {
            provision(row).ifPresent(provision -> {
                provisions.add(provision);
                conversion(row, provision).ifPresent(provisions::add);
            });
        }
    }

    private Optional<Provision> provision(Row row) {
        int before = problems.count();
        String service = row.oneOf("service", services);
        requireUnit(row, service);
        String region = region(row);
        LocalDate opens = date(row, "opens").orElse(LocalDate.MIN);
        long delay =
                Math.round(365.25 * row.optionalNumber("delay_years", DELAY).orElse(0));
        Optional<LocalDate> closes = row.optionalText("closes").flatMap(text -> date(row, "closes"));
        double capacity = row.number("capacity", CAPACITY);
        double delivered = row.optionalNumber("delivered", Range.share()).orElse(1);
        double attrition = row.optionalNumber("attrition", Range.share()).orElse(0);
        boolean assumed = row.optionalText("origin")
                .map(text -> row.oneOf("origin", List.of("given", "assumed")))
                .filter("assumed"::equals)
                .isPresent();
        if (problems.count() > before) {
            return Optional.empty();
        }
        LocalDate from = opens.plusDays(delay);
        if (closes.isPresent() && !closes.get().isAfter(from)) {
            row.report("closes", "got " + closes.get() + ", expected a date after the opening, " + from);
            return Optional.empty();
        }
        return Optional.of(new Provision(
                service,
                region,
                row.optionalText("name").orElse(""),
                new Provision.Open(from, closes),
                new Provision.Units(capacity, delivered),
                Attrition.constant(attrition),
                assumed ? Provision.Origin.ASSUMED : Provision.Origin.GIVEN));
    }

    /** What a provision becomes on the day it closes. */
    private Optional<Provision> conversion(Row row, Provision provision) {
        if (row.optionalText("converts_to").isEmpty()) {
            return Optional.empty();
        }
        int before = problems.count();
        String service = row.oneOf("converts_to", services);
        double capacity = row.number("converted_capacity", CAPACITY);
        Optional<LocalDate> closes = provision.open().closes();
        if (closes.isEmpty()) {
            row.report("closes", "got an empty cell, expected the date of the conversion");
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Provision(
                service,
                provision.area(),
                provision.name(),
                new Provision.Open(closes.get(), Optional.empty()),
                new Provision.Units(capacity, provision.units().delivered()),
                Attrition.none(),
                provision.origin()));
    }

    /** Staff by age, who leave at rates by age; those of a later year are entrants. */
    private void staff(Layers layers, Layers.Found found, List<Provision> provisions) {
        JsonCursor value = found.value();
        Map<String, double[]> leaving =
                leaving(layers.file(found.layer(), value.at("leaving").text()));
        for (Row row : RecordTable.read(
                layers.file(found.layer(), value.at("persons").text()),
                List.of("service", "region", "date", "age", "persons"),
                List.of("source", "note"),
                problems)) {
            int before = problems.count();
            String service = row.oneOf("service", services);
            String region = region(row);
            LocalDate date = date(row, "date").orElse(LocalDate.MIN);
            int age = (int) row.number("age", AGE);
            double persons = row.number("persons", CAPACITY);
            if (problems.count() == before && !leaving.containsKey(service)) {
                row.report("service", "got staff of " + service + ", expected rates of leaving for them");
            }
            if (problems.count() == before) {
                List<Double> yearly = new ArrayList<>();
                for (int at = age; at < leaving.get(service).length; at++) {
                    yearly.add(leaving.get(service)[at]);
                }
                provisions.add(new Provision(
                        service,
                        region,
                        "",
                        new Provision.Open(date, Optional.empty()),
                        new Provision.Units(persons, 1),
                        new Attrition(yearly),
                        Provision.Origin.GIVEN));
            }
        }
    }

    /** Rates of leaving by single year of age, up to 101, where everybody has left. */
    private Map<String, double[]> leaving(Path file) {
        Map<String, double[]> rates = new LinkedHashMap<>();
        Map<String, Integer> last = new LinkedHashMap<>();
        for (Row row : RecordTable.read(file, List.of("service", "age", "rate"), List.of("source", "note"), problems)) {
            String service = row.oneOf("service", services);
            double age = row.number("age", AGE);
            double rate = row.number("rate", Range.share());
            if (Double.isNaN(age) || Double.isNaN(rate)) {
                continue;
            }
            if (age <= last.getOrDefault(service, 0)) {
                row.report("age", "got " + (int) age + " after " + last.get(service) + ", expected ascending ages");
            }
            last.put(service, (int) age);
            double[] own = rates.computeIfAbsent(service, id -> new double[102]);
            for (int at = (int) age; at <= 100; at++) {
                own[at] = rate; // until the next row
            }
            own[101] = 1;
        }
        return rates;
    }

    private String region(Row row) {
        return row.optionalText("region")
                .map(id -> row.oneOf("region", regions))
                .orElse(Supply.WHOLE_AREA);
    }

    private void requireUnit(Row row, String service) {
        Text known = units.get(service);
        row.optionalText("unit").ifPresent(unit -> {
            if (!known.en().isEmpty() && !unit.equals(known.en()) && !unit.equals(known.zh())) {
                row.report(
                        "unit", "got \"" + unit + "\", expected \"" + known.en() + "\" as " + service + " is counted");
            }
        });
    }

    /** A date, or a year for its first day. */
    private Optional<LocalDate> date(Row row, String column) {
        String text = row.text(column);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.matches("[12][0-9]{3}") ? text + "-01-01" : text));
        } catch (DateTimeException e) {
            row.report(column, "got \"" + text + "\", expected a date such as 2025-06-30, or a year");
            return Optional.empty();
        }
    }
}
