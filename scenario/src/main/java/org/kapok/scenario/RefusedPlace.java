package org.kapok.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kapok.scenario.table.JsonCursor;

/** Where in a scenario something stands that the projection refused when all tables were put together. */
final class RefusedPlace {
    /** The keys that the projection's parts are read from, by the beginning of its messages. */
    private static final Map<String, List<String>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("mortality", List.of("mortality"));
        PARTS.put("transition", List.of("transitions"));
        PARTS.put("\"ensemble\"", List.of("ensemble"));
        PARTS.put("ProjectionInputs.base", List.of("population"));
        PARTS.put("ProjectionInputs.survival", List.of("mortality", "survival"));
        PARTS.put("ProjectionInputs.openAgeSurvival", List.of("mortality", "open_age_survival"));
        PARTS.put("ProjectionInputs.asfr", List.of("fertility", "asfr"));
        PARTS.put("ProjectionInputs.srb", List.of("fertility", "sex_ratio_at_birth"));
        PARTS.put("ProjectionInputs.births", List.of("fertility", "births"));
        PARTS.put("ProjectionInputs.newbornStatus", List.of("fertility", "newborn_status"));
        PARTS.put("ProjectionInputs.external.arrivals", List.of("external", "arrivals"));
        PARTS.put("ProjectionInputs.external.arrivalRate", List.of("external", "arrival_rate"));
        PARTS.put("ProjectionInputs.external.departures", List.of("external", "departures"));
        PARTS.put("ProjectionInputs.external.departureRate", List.of("external", "departure_rate"));
        PARTS.put("ProjectionInputs.external", List.of("external"));
        PARTS.put("ProjectionInputs.internal.outRate", List.of("internal", "out_rate"));
        PARTS.put("ProjectionInputs.internal.destinationShare", List.of("internal", "destination_share"));
        PARTS.put("ProjectionInputs.internal", List.of("internal"));
        PARTS.put("ProjectionInputs.ruralShare", List.of("urban", "rural_share"));
        PARTS.put("ProjectionInputs.transition", List.of("transitions"));
    }

    private RefusedPlace() {}

    /** Reports a refusal at the value that it is about; false where the scenario does not state that value. */
    static boolean report(String message, Layers layers) {
        Optional<JsonCursor> change = change(message, layers);
        if (change.isPresent()) {
            change.get().report(message);
            return true;
        }
        for (Map.Entry<String, List<String>> part : PARTS.entrySet()) {
            Optional<Layers.Found> found = message.startsWith(part.getKey())
                    ? layers.optional(part.getValue().toArray(String[]::new))
                    : Optional.empty();
            if (found.isPresent()) {
                // The pointer says what the name of the part says.
                found.get().value().report(message.replaceFirst("^ProjectionInputs\\.[a-zA-Z.]+(: |, )", ""));
                return true;
            }
        }
        return false;
    }

    /** The change that a message names, such as {@code Change more.factor} or {@code Changes: got more and less}. */
    private static Optional<JsonCursor> change(String message, Layers layers) {
        return layers.all("changes").stream()
                .flatMap(found -> found.value().items().stream())
                .filter(item -> item.optional("id")
                        .filter(JsonCursor::isText)
                        .map(id -> Pattern.compile("(Changes: got |\\w+ )" + Pattern.quote(id.text()) + "\\b")
                                .matcher(message)
                                .lookingAt())
                        .orElse(false))
                .findFirst();
    }
}
