package org.kapok.report.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kapok.scenario.ResultTable;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.TableWriter;

/** What {@code run.json} says, and what the columns of all tables hold, as tables like the others. */
final class RunTables {
    private static final String INPUTS = "inputs";
    private static final String FINDINGS = "findings";
    private static final String SCENARIO = "scenario";

    private final JsonNode root;
    private final Path target;
    private final List<ResultTable> known = ResultTable.all();
    private final List<StoredTable> written = new ArrayList<>();

    private RunTables(JsonNode root, Path target) {
        this.root = root;
        this.target = target;
    }

    /**
     * Writes the tables as CSV.
     *
     * @param folder the result folder
     * @param stored the tables that its files make
     * @param target a folder that gets the files
     * @throws InputDataException if {@code run.json} is no JSON object
     */
    static List<StoredTable> write(Path folder, List<StoredTable> stored, Path target) throws IOException {
        RunTables tables = new RunTables(read(folder), target);
        tables.write("run", List.of(tables.run()));
        List<List<String>> details = new ArrayList<>();
        addDetails("", tables.root, details);
        tables.write("run_details", details);
        tables.write("run_inputs", tables.inputs());
        tables.write("run_findings", tables.findings());
        List<ResultTable> all = new ArrayList<>();
        stored.forEach(each -> all.add(each.table()));
        tables.written.forEach(each -> all.add(each.table()));
        all.add(tables.named(ResultTable.COLUMNS));
        tables.write(ResultTable.COLUMNS, ResultTable.descriptionOf(all));
        return tables.written;
    }

    private static JsonNode read(Path folder) throws IOException {
        Problems problems = new Problems(folder);
        Path file = folder.resolve(OutputFolder.RUN_FILE);
        try {
            JsonNode root = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
            if (root.isObject()) {
                return root;
            }
            problems.add(file, 1, "", "got JSON that is no object, expected what a run writes");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            problems.add(file, at == null ? 0 : at.getLineNr(), "", "got no JSON: " + e.getOriginalMessage());
        }
        throw new InputDataException(problems.list());
    }

    private void write(String name, List<List<String>> rows) throws IOException {
        ResultTable table = named(name);
        Path file = target.resolve(table.file());
        TableWriter.write(file, table.header(), rows);
        written.add(StoredTable.of(table, file));
    }

    private ResultTable named(String name) {
        return known.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> run() {
        return List.of(
                scenario(root),
                text(root.at("/kapok")),
                text(root.at("/format")),
                text(root.at("/title/en")),
                text(root.at("/title/zh")),
                text(root.at("/convention")),
                text(root.at("/base_date")),
                text(root.at("/last_date")),
                text(root.at("/seed")),
                text(root.at("/draws")));
    }

    /** Whatever has no table of its own, by JSON pointer. */
    private static void addDetails(String pointer, JsonNode node, List<List<String>> rows) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                String key = member.getKey();
                if (!key.equals(INPUTS) && !key.equals(FINDINGS)) {
                    String escaped = key.replace("~", "~0").replace("/", "~1");
                    addDetails(pointer + "/" + escaped, member.getValue(), rows);
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                addDetails(pointer + "/" + i, node.get(i), rows);
            }
        } else {
            rows.add(List.of(pointer, text(node)));
        }
    }

    private List<List<String>> inputs() {
        Set<List<String>> rows = new LinkedHashSet<>(); // a scenario compared with itself is read once
        for (JsonNode parent : root.findParents(INPUTS)) {
            for (JsonNode input : parent.get(INPUTS)) {
                rows.add(List.of(scenario(parent), text(input.path("file")), text(input.path("sha256"))));
            }
        }
        return List.copyOf(rows);
    }

    private List<List<String>> findings() {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode finding : root.path(FINDINGS)) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(rows.size() + 1)));
            for (String key : Arrays.asList("kind", "id", "en", "zh", "year", "cell", "persons")) {
                row.add(text(finding.path(key)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String scenario(JsonNode node) {
        return text(node.has(SCENARIO) ? node.get(SCENARIO) : node.at("/first/" + SCENARIO));
    }

    /** A value as tables write it; empty where there is none. */
    private static String text(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            return TableWriter.text(node.doubleValue());
        }
        return node.isValueNode() && !node.isNull() ? node.asText() : "";
    }
}
