package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.table.InputDataException;

/** Where regions lie, read and refused. */
class RegionMapTest {
    private static final String MAP = """
            {
              "type": "FeatureCollection",
              "attribution": {"en": "Survey of Smallville", "zh": "小镇测绘"},
              "features": [
                {"type": "Feature", "id": "A", "properties": {"name": "Ash"}, "geometry":
                  {"type": "Polygon", "coordinates": [[[113, 23], [114, 23], [114, 24.5], [113, 23]]]}},
                {"type": "Feature", "id": "B", "geometry":
                  {"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]]}}
              ]
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void read_map_givesEveryRegionItsShape() {
        RegionMap map = ScenarioFolder.read(mapped(text -> text).folder()).map().orElseThrow();

        assertThat(map.shapes().keySet()).containsExactly("A", "B");
        assertThat(map.shapes().get("A").get(0).rings().get(0)).hasSize(4).contains(new RegionMap.Point(114, 24.5));
        assertThat(map.shapes().get("B")).hasSize(2);
        assertThat(map.attribution()).isEqualTo(new Text("Survey of Smallville", "小镇测绘"));
    }

    @Test
    void read_scenarioWithoutMap_hasNone() {
        assertThat(ScenarioFolder.read(SmallScenario.in(folder).folder()).map()).isEmpty();
    }

    @Test
    void read_faults_areToldAllAtOnce() {
        assertThat(faults(text -> text.replace("\"id\": \"A\"", "\"id\": \"C\"")
                        .replace("[1, 1], [0, 0]", "[1, 1], [0, 0.5]")
                        .replace("[114, 23]", "[23, 114]")))
                .containsExactly(
                        "map.geojson line 5, column 31, /features/0/id: got \"C\", expected one of A, B",
                        "map.geojson line 6, column 60, /features/0/geometry/coordinates/0/1/1: got 114, expected -90 to 90 degrees of latitude",
                        "map.geojson line 8, column 49, /features/1/geometry/coordinates/0/0: got a ring of 4 points, expected 4 or more, the last of them the first again");
    }

    @Test
    void read_regionTwiceAndAnotherNever_namesBoth() {
        assertThat(faults(text -> text.replace("\"id\": \"B\"", "\"id\": \"A\"")))
                .containsExactly(
                        "map.geojson line 1, column 1: got no feature with the id of region B, expected one for every region",
                        "map.geojson line 7, column 5, /features/1: got region A twice, expected one feature, a MultiPolygon where it has parts");
    }

    @Test
    void read_otherGeometry_isRefused() {
        assertThat(faults(text -> text.replace("\"Polygon\"", "\"Point\"")))
                .containsExactly(
                        "map.geojson line 6, column 16, /features/0/geometry/type: got \"Point\", expected one of Polygon, MultiPolygon");
    }

    @Test
    void bundledMap_isSmallAndHoldsTheDistricts() throws IOException {
        RegionMap map = BundledScenarios.read("guangzhou").map().orElseThrow();

        assertThat(map.shapes()).hasSize(11).containsKeys("440103", "440118");
        assertThat(map.attribution().en()).contains("MIT licence", "2017 jaska");
        assertThat(Files.size(BundledScenarios.folder("guangzhou").resolve("boundaries.geojson")))
                .isLessThan(60_000);
    }

    private List<String> faults(UnaryOperator<String> fault) {
        SmallScenario small = mapped(fault);
        InputDataException refused =
                catchThrowableOfType(InputDataException.class, () -> ScenarioFolder.read(small.folder()));
        assertThat(refused).isNotNull();
        return refused.getMessage().lines().toList();
    }

    private SmallScenario mapped(UnaryOperator<String> change) {
        return SmallScenario.in(folder)
                .edit(
                        "scenario.json",
                        "\"regions\": \"regions.csv\",",
                        "\"regions\": \"regions.csv\", \"map\": \"map.geojson\",")
                .write("map.geojson", change.apply(MAP));
    }
}
