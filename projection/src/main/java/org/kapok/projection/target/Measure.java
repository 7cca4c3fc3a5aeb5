package org.kapok.projection.target;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.projection.LifeExpectancy;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;

/**
 * A number that a projection gives for an area: people at a date, or a flow of the year that a date lies in.
 *
 * @param id the name in tables: {@code resident}, {@code registered}, {@code status:ID}, {@code urban}; {@code births:},
 *     {@code deaths:}, {@code arrivals:}, {@code departures:}, {@code moves:} or {@code net_migration:} and one of the
 *     first three; {@code transition:ID};
 *     {@code life_expectancy}
 * @param kind what it counts
 * @param people whom it counts
 */
public record Measure(String id, Kind kind, Selection people) {
    /** The id of residents. */
    public static final String RESIDENT = "resident";

    /** The id of registered people, wherever they live. */
    public static final String REGISTERED = "registered";

    /** What tells the status of registered people who are present from the measure of all registered people. */
    private static final String STATUS_PREFIX = "status:";

    private static final String TRANSITION_PREFIX = "transition:";

    /** What a measure counts. */
    public enum Kind {
        /** People at a date. */
        PEOPLE,
        /** People at a date who live in urban areas. */
        URBAN,
        /** Births into the people's statuses in a year. */
        BIRTHS,
        /** Deaths of the people in a year. */
        DEATHS,
        /** People who come across the border in a year. */
        ARRIVALS,
        /** People who leave across the border in a year. */
        DEPARTURES,
        /** People who leave for another region in a year, their own again included where it shares in a pool. */
        MOVES,
        /**
         * What the people gain in a year by moving, at any distance, and by changes of status: growth less births plus
         * deaths.
         */
        NET_MIGRATION,
        /** People who make one change of status in a year. */
        TRANSITION,
        /** Period life expectancy at birth in a year, both sexes together, regions and statuses weighted by births. */
        LIFE_EXPECTANCY
    }

    public Measure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(people, "people");
    }

    /** The measures of people of some cells: residents, registered, then {@code status:ID} for each status. */
    public static List<Measure> ofPeople(CellSpace space) {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure(RESIDENT, Kind.PEOPLE, Selection.residents()));
        measures.add(new Measure(REGISTERED, Kind.PEOPLE, Selection.registered()));
        for (Status status : space.statuses()) {
            measures.add(new Measure(STATUS_PREFIX + status.id(), Kind.PEOPLE, Selection.status(status.id())));
        }
        return List.copyOf(measures);
    }

    /** Every measure of a projection of these cells and changes of status, those of people first. */
    public static List<Measure> of(CellSpace space, List<String> transitions, boolean urban) {
        List<Measure> people = ofPeople(space);
        List<Measure> measures = new ArrayList<>(people);
        if (urban) {
            measures.add(new Measure("urban", Kind.URBAN, Selection.residents()));
        }
        for (Measure each : people) {
            measures.add(new Measure("births:" + each.id, Kind.BIRTHS, each.people));
            measures.add(new Measure("deaths:" + each.id, Kind.DEATHS, each.people));
            measures.add(new Measure("arrivals:" + each.id, Kind.ARRIVALS, each.people));
            measures.add(new Measure("departures:" + each.id, Kind.DEPARTURES, each.people));
            measures.add(new Measure("moves:" + each.id, Kind.MOVES, each.people));
            measures.add(new Measure("net_migration:" + each.id, Kind.NET_MIGRATION, each.people));
        }
        for (String transition : transitions) {
            measures.add(new Measure(TRANSITION_PREFIX + transition, Kind.TRANSITION, Selection.residents()));
        }
        measures.add(new Measure("life_expectancy", Kind.LIFE_EXPECTANCY, Selection.residents()));
        return List.copyOf(measures);
    }

    /** Every measure of a projection from these inputs. */
    public static List<Measure> of(ProjectionInputs inputs) {
        return of(
                inputs.base().space(),
                inputs.transitions().stream().map(StatusTransition::id).toList(),
                inputs.ruralShare().isPresent());
    }

    /** Whether it is taken at a date, or else over a year. */
    public boolean isStock() {
        return kind == Kind.PEOPLE || kind == Kind.URBAN;
    }

    /** Whether a band of ages can narrow it. */
    public boolean hasAges() {
        return switch (kind) {
            case PEOPLE, DEATHS, ARRIVALS, DEPARTURES, MOVES -> true;
            default -> false;
        };
    }

    /**
     * The value in a projection.
     *
     * @param area the id of a region or group, empty for the whole place
     * @param date between reference dates people change evenly by the day; a flow is that of the step that holds the
     *     middle of the date's year, per year
     * @param from the first exact age that counts
     * @param to the last exact age, included; {@link Selection#OPEN} for no upper end
     */
    public double in(Projection projection, String area, LocalDate date, int from, int to) {
        Selection aged = people.aged(from, to);
        int year = date.getYear();
        return switch (kind) {
            case PEOPLE -> projection.people(date, aged, area);
            case URBAN -> urban(projection, area, date);
            case BIRTHS -> projection.births(year, people, area);
            case DEATHS -> projection.total(Flow.DEATHS, year, aged, area);
            case ARRIVALS -> projection.total(Flow.ARRIVALS, year, aged, area);
            case DEPARTURES -> projection.total(Flow.DEPARTURES, year, aged, area);
            case MOVES -> projection.total(Flow.MOVES_OUT, year, aged, area);
            case NET_MIGRATION -> netMigration(projection, year, area);
            case TRANSITION -> projection.transitions(id.substring(TRANSITION_PREFIX.length()), year, area);
            case LIFE_EXPECTANCY -> lifeExpectancy(projection, year, area);
        };
    }

    private double netMigration(Projection projection, int year, String area) {
        return projection.total(Flow.ARRIVALS, year, people, area)
                - projection.total(Flow.DEPARTURES, year, people, area)
                + projection.total(Flow.MOVES_IN, year, people, area)
                - projection.total(Flow.MOVES_OUT, year, people, area)
                + projection.total(Flow.STATUS_IN, year, people, area)
                - projection.total(Flow.STATUS_OUT, year, people, area);
    }

    /** Urban residents at both reference dates around a date, and evenly by the day between. */
    private double urban(Projection projection, String area, LocalDate date) {
        List<LocalDate> dates = projection.dates();
        int before = 0;
        while (before + 2 < dates.size() && date.isAfter(dates.get(before + 1))) {
            before++;
        }
        double start = urban(projection.at(before), projection.inputs(), area);
        double end = urban(projection.at(before + 1), projection.inputs(), area);
        double days = dates.get(before).until(dates.get(before + 1), ChronoUnit.DAYS);
        return start + dates.get(before).until(date, ChronoUnit.DAYS) / days * (end - start);
    }

    private double urban(Population population, ProjectionInputs inputs, String area) {
        Cube rural = inputs.ruralShare()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Measure: got urban for inputs without a rural share, expected one"));
        CellSpace space = population.space();
        List<Axis> cells = space.axes().subList(0, 2);
        String year = Integer.toString(population.date().getYear());
        Cube share = (rural.has(Axis.YEAR) ? rural.select(Axis.YEAR, year) : rural).along(cells);
        double sum = 0;
        for (int region : space.regionsIn(area)) {
            for (int status = 0; status < cells.get(1).size(); status++) {
                Status its = space.statuses().get(status);
                if (people.statuses().test(its)) {
                    String id = space.regions().get(region).id();
                    sum += (1 - share.at(region, status)) * population.total(Selection.status(its.id()), id);
                }
            }
        }
        return sum;
    }

    private static double lifeExpectancy(Projection projection, int year, String area) {
        CellSpace space = projection.space();
        String step = projection.flowYear(year);
        double weighted = 0;
        double births = 0;
        for (int region : space.regionsIn(area)) {
            String id = space.regions().get(region).id();
            Cube years = LifeExpectancy.of(projection.inputs(), step, id);
            for (int status = 0; status < space.statuses().size(); status++) {
                Selection people = Selection.status(space.statuses().get(status).id());
                for (Sex sex : Sex.values()) {
                    double born = projection.births(year, people.of(sex), id);
                    weighted += born * years.at(status, sex.ordinal());
                    births += born;
                }
            }
        }
        return weighted / births;
    }

    /** The measure of an id, if there is one among some. */
    public static Optional<Measure> find(List<Measure> measures, String id) {
        return measures.stream().filter(measure -> measure.id.equals(id)).findFirst();
    }
}
