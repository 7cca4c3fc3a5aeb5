package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.kapok.core.Region;
import org.kapok.scenario.RegionMap;
import org.kapok.scenario.ScenarioRun;

/** Where the regions of a run lie, as GeoJSON. */
final class MapData {
    private static final int DECIMALS = 4; // of a degree, about ten metres

    private MapData() {}

    /** Nothing where the scenario has no map, or where regions drawn anew are not on it. */
    static Optional<ObjectNode> node(ScenarioRun run, ShownRegions shown) {
        List<Region> regions = shown.list();
        return run.scenario()
                .map()
                .filter(map -> regions.stream().allMatch(region -> map.shapes().containsKey(region.id())))
                .map(map -> node(map, regions));
    }

    private static ObjectNode node(RegionMap map, List<Region> regions) {
        ObjectNode node = Json.object();
        node.set("attribution", Json.text(map.attribution()));
        ObjectNode collection = node.putObject("shapes").put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        for (Region region : regions) {
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.putObject("properties").put("name", region.id());
            ArrayNode polygons =
                    feature.putObject("geometry").put("type", "MultiPolygon").putArray("coordinates");
            for (RegionMap.Polygon polygon : map.shapes().get(region.id())) {
                ArrayNode rings = polygons.addArray();
                polygon.rings().forEach(ring -> put(ring, rings.addArray()));
            }
        }
        return node;
    }

    private static void put(List<RegionMap.Point> ring, ArrayNode positions) {
        for (RegionMap.Point point : ring) {
            positions
                    .addArray()
                    .add(Json.number(point.longitude(), DECIMALS))
                    .add(Json.number(point.latitude(), DECIMALS));
        }
    }
}
