package org.kapok.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.Text;
import org.kapok.scenario.table.Labels;

/** The regions and groups of a scenario that an option may name, with what people call them. */
final class AreaChoice {
    /** More names than this nobody reads. */
    private static final int LISTED = 60;

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
            List.of(id, title.en(), title.zh()).forEach(called -> ids.putIfAbsent(called, id));
        }
    }

    private static CellSpace space(Scenario scenario) {
        return scenario.inputs().base().space();
    }

    private static List<String> regions(Scenario scenario) {
        return space(scenario).regions().stream().map(Region::id).toList();
    }

    /** Refuses what is none of them, and says what there is and what was probably meant. */
    void require(String option, String given) {
        if (names.containsKey(given)) {
            return;
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
        String nearest = called.contains(given) ? given : Labels.nearest(given, called);
        return ids.getOrDefault(nearest, "");
    }
}
