package org.kapok.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.SheetPath;

/**
 * A scenario and those it extends, nearest first. A value stated by a nearer one stands in place of the same value
 * further away; objects are merged key by key, everything else is replaced as a whole. A file is looked for beside the
 * scenario that names it, then beside each one further away.
 */
final class Layers {
    /** The file that makes a folder a scenario. */
    static final String FILE = "scenario.json";

    private static final int DEEPEST = 16;

    private final List<Layer> layers = new ArrayList<>();
    private final Set<Path> files = new LinkedHashSet<>();
    private final Problems problems;
    private final StandIns standIns;

    private record Layer(Path folder, JsonCursor root) {}

    /** A value and how far away the scenario is that states it. */
    record Found(int layer, JsonCursor value) {}

    private Layers(Problems problems, StandIns standIns) {
        this.problems = problems;
        this.standIns = standIns;
    }

    /** Reads a folder and all that it extends. */
    static Layers read(Path folder, Problems problems, StandIns standIns) {
        Layers layers = new Layers(problems, standIns);
        boolean whole = true;
        Path next = folder;
        while (next != null) {
            Path file = next.resolve(FILE);
            Optional<JsonCursor> root = JsonCursor.read(file, problems);
            if (root.isEmpty()) {
                whole = false;
                break;
            }
            layers.files.add(file);
            layers.layers.add(new Layer(next, root.get()));
            Optional<JsonCursor> base = root.get().optional("extends");
            next = base.isEmpty() ? null : extended(next, base.get());
            if (next != null && (layers.seen(next) || layers.layers.size() == DEEPEST)) {
                base.get().report("got a scenario that extends itself, expected another one");
                next = null;
            }
            whole = base.isEmpty() || next != null;
        }
        if (!whole) {
            problems.throwIfAny(); // what is missing may stand in what cannot be read
        }
        return layers;
    }

    /** The folder that a scenario extends: seen from its own, or a bundled one. */
    private static Path extended(Path folder, JsonCursor base) {
        String name = base.text();
        if (name.isEmpty()) {
            return null; // it was no text, which has been told
        }
        if (!name.startsWith(BundledScenarios.PREFIX)) {
            return folder.resolve(name).normalize();
        }
        String bundled = name.substring(BundledScenarios.PREFIX.length());
        if (!BundledScenarios.names().contains(bundled)) {
            base.report("got \"" + name + "\", expected one of " + BundledScenarios.names() + " after "
                    + BundledScenarios.PREFIX);
            return null;
        }
        return BundledScenarios.folder(bundled);
    }

    /** What stands in for what cannot be read. */
    StandIns standIns() {
        return standIns;
    }

    /** The nearest value at a path of keys, which must be there. */
    Found at(String... path) {
        return optional(path).orElseGet(() -> {
            JsonCursor parent = layers.get(0).root;
            for (int i = 0; i + 1 < path.length; i++) {
                parent = parent.at(path[i]);
            }
            return new Found(0, parent.at(path[path.length - 1]));
        });
    }

    /** The nearest value at a path of keys, if there is one. */
    Optional<Found> optional(String... path) {
        Optional<Found> nearest = Optional.empty();
        for (int i = 0; i < layers.size(); i++) {
            Optional<JsonCursor> value = Optional.of(layers.get(i).root);
            for (String key : path) {
                value = value.flatMap(cursor -> cursor.optional(key));
            }
            if (nearest.isEmpty() && value.isPresent()) {
                nearest = Optional.of(new Found(i, value.get()));
            }
        }
        return nearest;
    }

    /** What every scenario states under a key, nearest first. */
    List<Found> all(String key) {
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            int layer = i;
            layers.get(i).root.optional(key).ifPresent(value -> all.add(new Found(layer, value)));
        }
        return all;
    }

    /** The file that a value names. */
    Path file(Found found) {
        return file(found.layer, found.value.text());
    }

    /** The file of a name, or the sheet of a file, for the scenario at a distance; none where the name was refused. */
    Path file(int layer, String stated) {
        String name = stated.isEmpty() ? standIns.of("one-without-name", "another-without-name") : stated;
        for (Layer each : layers.subList(layer, layers.size())) {
            Path file = each.folder.resolve(name);
            Path whole = SheetPath.of(file).map(SheetPath::workbook).orElse(file);
            if (Files.exists(whole)) {
                files.add(whole);
                return file;
            }
        }
        return layers.get(layer).folder.resolve(name);
    }

    /** Every file that was read, by folder and name, with the SHA-256 of its bytes in hexadecimal. */
    SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path file : files) {
            Path whole = file.toAbsolutePath().normalize();
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(whole));
                String name = whole.getParent().getFileName() + "/" + whole.getFileName();
                hashes.put(name, HexFormat.of().formatHex(digest));
            } catch (IOException | NoSuchAlgorithmException e) {
                throw new IllegalStateException("cannot hash " + file + ", which was just read", e);
            }
        }
        return hashes;
    }

    /** Reports the keys that mean nothing. */
    void done() {
        layers.forEach(layer -> layer.root.done());
        problems.throwIfAny();
    }

    private boolean seen(Path folder) {
        return layers.stream().anyMatch(layer -> layer.folder.normalize().equals(folder));
    }
}
