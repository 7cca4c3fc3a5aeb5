package org.kapok.scenario.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * Writes CSV: UTF-8, a line feed after each row, quotes only where needed.
 *
 * <p>A number is the shortest text that reads back to the same double, on every JDK; whole numbers below 1e15 have no
 * fraction. Equal content gives equal bytes.
 */
public final class TableWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private static final int BLOCK = 1 << 13; // cells

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;

    private TableWriter(Path file) throws IOException {
        out = Files.newOutputStream(file);
    }

    /**
     * Writes cubes side by side: a column for each axis, then one for each cube, in the order of the map; a cell a row.
     *
     * @param columns the cubes by column name, 1 or more, all over the same axes, every number finite
     */
    public static void write(Path file, Map<String, Cube> columns) throws IOException {
        List<Axis> axes = columns.values().iterator().next().axes();
        columns.forEach((name, cube) -> check(name, cube, axes));
        List<Cube> cubes = List.copyOf(columns.values());
        List<String> header = new ArrayList<>();
        axes.forEach(axis -> header.add(axis.name()));
        header.addAll(columns.keySet());
        byte[][][] labels = axes.stream()
                .map(axis -> axis.labels().stream()
                        .map(label -> (quote(label) + ",").getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new))
                .toArray(byte[][][]::new);
        try (TableWriter writer = new TableWriter(file)) {
            writer.row(header);
            int[] index = new int[labels.length];
            for (int first = 0; first < cubes.get(0).size(); first += BLOCK) {
                int from = first;
                writer.cells(cubes.stream().map(cube -> block(cube, from)).toList(), index, labels);
            }
        }
    }

    /** Some cells after each other of a cube, whose copy as a whole could be large. */
    private static double[] block(Cube cube, int first) {
        double[] numbers = new double[Math.min(BLOCK, cube.size() - first)];
        cube.copyTo(first, numbers);
        return numbers;
    }

    private void cells(List<double[]> numbers, int[] index, byte[][][] labels) throws IOException {
        for (int cell = 0; cell < numbers.get(0).length; cell++) {
            for (int axis = 0; axis < index.length; axis++) {
                put(labels[axis][index[axis]]);
            }
            for (int column = 0; column < numbers.size(); column++) {
                if (column > 0) {
                    put((byte) ',');
                }
                number(numbers.get(column)[cell]);
            }
            put((byte) '\n');
            advance(index, labels);
        }
    }

    /** Writes a header and rows of text, each as long as the header; numbers come as {@link #text}. */
    public static void write(Path file, List<String> header, Collection<List<String>> rows) throws IOException {
        try (TableWriter writer = new TableWriter(file)) {
            writer.row(header);
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException("TableWriter, " + file.getFileName() + ": got " + row
                            + ", expected one text for each of " + header);
                }
                writer.row(row);
            }
        }
    }

    /** A finite number as tables write it. */
    public static String text(double number) {
        return NumberText.of(number);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(buffer, 0, filled);
        }
    }

    private static void check(String name, Cube cube, List<Axis> axes) {
        if (!cube.axes().equals(axes)) {
            throw new IllegalArgumentException(
                    "TableWriter, column " + name + ": got " + cube + ", expected the axes of the first column");
        }
        for (int first = 0; first < cube.size(); first += BLOCK) {
            double[] numbers = block(cube, first);
            for (int cell = 0; cell < numbers.length; cell++) {
                if (!Double.isFinite(numbers[cell])) {
                    throw new IllegalArgumentException("TableWriter, column " + name + " ("
                            + cube.describe(first + cell) + "): got " + numbers[cell] + ", expected a finite number");
                }
            }
        }
    }

    private static void advance(int[] index, byte[][][] labels) {
        for (int axis = index.length - 1; axis >= 0; axis--) {
            if (++index[axis] < labels[axis].length) {
                return;
            }
            index[axis] = 0;
        }
    }

    private void row(List<String> fields) throws IOException {
        String separator = "";
        for (String field : fields) {
            put(separator);
            put(quote(field));
            separator = ",";
        }
        put((byte) '\n');
    }

    /** A field with what readers take for structure in quotes. */
    private static String quote(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return '"' + field.replace("\"", "\"\"") + '"';
            }
        }
        return field;
    }

    private void number(double number) throws IOException {
        if (NumberText.isWhole(number) && number >= 0 && number < 10) {
            put((byte) ('0' + (int) number));
            return;
        }
        put(NumberText.of(number));
    }

    private void put(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                put(text.substring(i).getBytes(StandardCharsets.UTF_8));
                return;
            }
            put((byte) c);
        }
    }

    private void put(byte[] bytes) throws IOException {
        for (byte b : bytes) {
            put(b);
        }
    }

    private void put(byte b) throws IOException {
        if (filled == BUFFER) {
            out.write(buffer);
            filled = 0;
        }
        buffer[filled++] = b;
    }
}
