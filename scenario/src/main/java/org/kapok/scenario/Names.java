package org.kapok.scenario;

import java.util.Locale;
import org.kapok.projection.target.Measure;
import org.kapok.projection.target.Target;

/** What the areas, measures and targets of a scenario are called, alike on every screen, page and picture. */
public final class Names {
    private static final String STATUS = "status:";
    private static final String TRANSITION = "transition:";

    private final Scenario scenario;
    private final Locale locale;
    private final Vocabulary words;

    /** The names of a locale: Chinese for Chinese, English for all others. */
    public Names(Scenario scenario, Locale locale) {
        this.scenario = scenario;
        this.locale = locale;
        this.words = Vocabulary.of(locale);
    }

    /**
     * An area.
     *
     * @param id of a region or group; empty for the whole place
     */
    public String area(String id) {
        if (id.isEmpty()) {
            return scenario.place().in(locale);
        }
        boolean group = scenario.inputs().base().space().groups().contains(id);
        return scenario.titleOf(group ? "group" : "region", id).in(locale);
    }

    /** A measure by its id, see {@link Measure}: its kind, and whom it is about where that is not residents. */
    public String measure(String id) {
        if (id.startsWith(STATUS)) {
            return scenario.titleOf("status", id.substring(STATUS.length())).in(locale);
        }
        if (id.startsWith(TRANSITION)) {
            return scenario.titleOf("transition", id.substring(TRANSITION.length()))
                    .in(locale);
        }
        int colon = id.indexOf(':');
        if (colon < 0) {
            return words.of("measure." + id);
        }
        String kind = words.of("measure." + id.substring(0, colon));
        String people = id.substring(colon + 1);
        if (people.equals(Measure.RESIDENT)) {
            return kind;
        }
        return words.of(
                "measure.of", kind, people.equals(Measure.REGISTERED) ? words.of("registered_short") : measure(people));
    }

    /** A measure of people of some ages in an area, such as {@code Residents aged 65 and over in Central districts}. */
    public String people(String measure, AgeBand ages, String area) {
        String name = words.aged(measure(measure), ages);
        return area.isEmpty() ? name : words.of("in_area", name, area(area));
    }

    /** What a target is of, such as residents of 65 and over as a share of all. */
    public String target(Target target) {
        AgeBand ages = new AgeBand(target.fromAge(), target.toAge());
        String name = words.aged(measure(target.measure().id()), ages);
        String shared = target.shareOf()
                .map(whole -> words.share(name, measure(whole.id())))
                .orElse(name);
        return target.area().isEmpty() ? shared : words.of("in_area", shared, area(target.area()));
    }
}
