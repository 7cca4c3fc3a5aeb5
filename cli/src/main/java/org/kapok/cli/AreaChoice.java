package org.kapok.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.Text;
import org.kapok.scenario.table.Labels;

/** The regions and groups of a scenario that an option may name, with what people call them. */
final class AreaChoice {
    /** More names than this nobody reads. */
    private static final int LISTED = 60;

    private static final String NO_ID = ""; // of a name that several have

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>(); // by all that they are called

    private AreaChoice() {}

    static AreaChoice ofRegions(Scenario scenario, Words words) {
        AreaChoice choice = new AreaChoice();
        choice.add("region", regions(scenario), scenario, words);
        return choice;
    }

    static AreaChoice ofGroupsAndRegions(Scenario scenario, Words words) {
        AreaChoice choice = new AreaChoice();
        choice.add("group", space(scenario).groups(), scenario, words);
        choice.add("region", regions(scenario), scenario, words);
        return choice;
    }

    private void add(String kind, List<String> known, Scenario scenario, Words words) {
        for (String id : known) {
            Text title = scenario.titleOf(kind, id);
            names.put(id, words.of(title));
            Stream.of(id, title.en(), title.zh())
                    .distinct()
                    .forEach(called -> ids.merge(called, id, (one, other) -> NO_ID));
        }
    }

    private static CellSpace space(Scenario scenario) {
        return scenario.inputs().base().space();
    }

    private static List<String> regions(Scenario scenario) {
        return space(scenario).regions().stream().map(Region::id).toList();
    }

    /** The id of what is named by its id or in either language; refuses others and says what there is. */
    String require(String option, String given) {
        if (names.containsKey(given)) {
            return given;
        }
        String named = ids.getOrDefault(given, NO_ID);
        if (!named.equals(NO_ID)) {
            return named;
        }
        String list = names.entrySet().stream()
                .limit(LISTED)
                .map(each -> each.getKey().equals(each.getValue())
                        ? each.getKey()
                        : each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        String meant = meant(given);
        throw new IllegalArgumentException(option + ": got " + given + ", expected one of " + list
                + (names.size() > LISTED ? ", ..." : "")
                + (meant.isEmpty() ? "" : "; did you mean " + meant + "?"));
    }

    /** The id that is most like what was given, or that has a name like it. */
    private String meant(String given) {
        List<String> called = List.copyOf(ids.keySet());
        return ids.getOrDefault(Labels.nearest(given, called), NO_ID);
    }
}
