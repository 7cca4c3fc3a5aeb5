package org.kapok.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The scenarios that come with the library. */
public final class BundledScenarios {
    private static final String FOLDER = "/org/kapok/scenario/bundled";

    private BundledScenarios() {}

    /** Their names. */
    public static List<String> names() {
        return List.of("guangzhou", "guangzhou-plan");
    }

    /** Reads a bundled scenario. */
    public static Scenario read(String name) {
        return in(name, ScenarioFolder::read);
    }

    /** Applies a function to the folder of a bundled scenario, which may lie inside a jar. */
    static <T> T in(String name, Function<Path, T> function) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("BundledScenarios: got " + name + ", expected one of " + names());
        }
        return inResource(FOLDER + "/" + name + "/scenario.json", function);
    }

    private static <T> T inResource(String file, Function<Path, T> function) {
        try {
            URI uri = BundledScenarios.class.getResource(file).toURI();
            if (!uri.getScheme().equals("jar")) {
                return function.apply(Path.of(uri).getParent());
            }
            Path jar = Path.of(URI.create(uri.getRawSchemeSpecificPart().split("!")[0]));
            try (FileSystem content = FileSystems.newFileSystem(jar, Map.of())) {
                return function.apply(content.getPath(file).getParent());
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("resource " + file + " has no usable address", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
