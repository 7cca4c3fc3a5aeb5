package org.kapok.report.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kapok.scenario.ResultTable;
import org.kapok.scenario.table.InputProblem;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.Problems;

/** Finds the tables of a result folder, and of the draws within it. */
final class StoredFolder {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ENDING = ".csv";
    private static final Pattern DRAW = Pattern.compile("draw-(\\d{1,9})");

    private final Map<String, ResultTable> known =
            ResultTable.all().stream().collect(Collectors.toMap(ResultTable::name, Function.identity()));
    private final Problems problems;

    private StoredFolder(Problems problems) {
        this.problems = problems;
    }

    /** The tables, those of draws stacked; reports what is no result, no table of results, or has other columns. */
    static List<StoredTable> tables(Path folder, Problems problems) throws IOException {
        if (!Files.isRegularFile(folder.resolve(OutputFolder.RUN_FILE))) {
            String got = Files.isDirectory(folder) ? "a folder without " + OutputFolder.RUN_FILE : "no such folder";
            String message = "got " + got + ", expected a result folder of kapok";
            problems.add(new InputProblem(folder.toString(), 0, "", "", message));
            return List.of();
        }
        StoredFolder reader = new StoredFolder(problems);
        List<StoredTable> tables = new ArrayList<>();
        for (Path file : csvFiles(folder)) {
            reader.table(file).ifPresent(table -> tables.add(StoredTable.of(table, file)));
        }
        tables.addAll(reader.draws(folder));
        return tables;
    }

    /** The CSV files of a folder, by name. */
    static List<Path> csvFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    /** What every table of single draws holds, draw by draw; labels are those of the ensemble. */
    private Collection<StoredTable> draws(Path folder) throws IOException {
        Map<String, List<StoredTable.Part>> parts = new LinkedHashMap<>();
        for (Map.Entry<Integer, Path> draw : drawFolders(folder).entrySet()) {
            for (Path file : csvFiles(draw.getValue())) {
                table(file)
                        .filter(table -> !table.isLabels())
                        .ifPresent(table -> parts.computeIfAbsent(table.name(), name -> new ArrayList<>())
                                .add(new StoredTable.Part(table, file, OptionalInt.of(draw.getKey()))));
            }
        }
        return parts.entrySet().stream()
                .map(each -> new StoredTable(known.get(each.getKey()).ofDraws(), each.getValue()))
                .toList();
    }

    private static SortedMap<Integer, Path> drawFolders(Path folder) throws IOException {
        SortedMap<Integer, Path> draws = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = DRAW.matcher(file.getFileName().toString());
                if (name.matches() && Files.isRegularFile(file.resolve(OutputFolder.RUN_FILE))) {
                    draws.put(Integer.valueOf(name.group(1)), file);
                }
            }
        }
        return draws;
    }

    /** The table that a file holds; none, or a problem, where it is none to be stored. */
    private Optional<ResultTable> table(Path file) throws IOException {
        String name = file.getFileName().toString();
        ResultTable table = known.get(name.substring(0, name.length() - ENDING.length()));
        if (table == null) {
            problems.add(file, 0, "", "got a table that results do not have, expected none but those of kapok");
        } else if (!table.name().equals(ResultTable.COLUMNS)) {
            checkHeader(file, table);
            return Optional.of(table);
        }
        return Optional.empty();
    }

    private void checkHeader(Path file, ResultTable table) throws IOException {
        String expected = String.join(",", table.header());
        String got;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            got = line == null ? "" : line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        } catch (CharacterCodingException e) {
            got = "bytes that are no UTF-8";
        }
        if (!got.equals(expected)) {
            problems.add(file, 1, "", "got " + (got.isEmpty() ? "no columns" : got) + ", expected " + expected);
        }
    }
}
