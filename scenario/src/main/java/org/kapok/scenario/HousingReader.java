package org.kapok.scenario;

import java.util.ArrayList;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.change.Communal;
import org.kapok.projection.change.HeldTotal;
import org.kapok.projection.change.HouseholdSize;
import org.kapok.projection.change.Housing;
import org.kapok.projection.change.HousingSupply;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/** Reads the homes that draw people. */
final class HousingReader {
    private static final Range DWELLINGS = Range.atLeast(1e-9, "dwellings");

    private final QuantityReader flows; // by the year of flows
    private final QuantityReader stocks; // by the year of populations, sex and age

    /** A reader for flows over these axes, years first, and populations of these years. */
    HousingReader(Layers layers, List<Axis> axes, Axis populationYears, Problems problems) {
        this.flows = new QuantityReader(layers, List.of(axes.get(0)), problems);
        this.stocks = new QuantityReader(layers, List.of(populationYears, axes.get(3), axes.get(4)), problems);
    }

    Housing read(int layer, JsonCursor item, String id) {
        List<HousingSupply> supplies = new ArrayList<>();
        for (JsonCursor supply : item.at("homes").items()) {
            supplies.add(supply(layer, supply));
        }
        return new Housing(id, supplies, item.optional("held").map(this::held).orElse(HeldTotal.nothing()));
    }

    /** "whole" or a group. */
    private HeldTotal held(JsonCursor value) {
        String area = value.text();
        return area.equals("whole") ? HeldTotal.whole() : HeldTotal.ofGroup(area);
    }

    private HousingSupply supply(int layer, JsonCursor item) {
        Cube one = Cube.of(List.of(), 1);
        Cube none = Cube.of(List.of(), 0);
        return new HousingSupply(
                item.at("region").text(),
                item.at("stock").number(DWELLINGS),
                flows.signed().read(layer, item.at("completions")),
                item.optional("occupied")
                        .map(value -> stocks.read(layer, value))
                        .orElse(one),
                size(layer, item),
                new Communal(
                        item.optional("communal_share")
                                .map(value -> stocks.read(layer, value))
                                .orElse(none),
                        item.optional("communal")
                                .map(value -> stocks.read(layer, value))
                                .orElse(none)),
                item.at("mix").number(Range.share()));
    }

    /** People per household, or those who represent one. */
    private HouseholdSize size(int layer, JsonCursor item) {
        if (item.optional("size").isPresent()
                == item.optional("representatives").isPresent()) {
            item.report("got size and representatives both or neither, expected one of them");
        }
        return item.optional("representatives")
                .<HouseholdSize>map(value -> new HouseholdSize.Representatives(stocks.read(layer, value)))
                .orElseGet(() -> new HouseholdSize.Path(stocks.read(layer, item.at("size"))));
    }
}
