package org.kapok.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The scenarios that come with the library. */
public final class BundledScenarios {
    /** What stands before the name of a bundled scenario where another extends it. */
    static final String PREFIX = "bundled:";

    private static final String FOLDER = "/org/kapok/scenario/bundled";

    private BundledScenarios() {}

    /** Their names. */
    public static List<String> names() {
        return List.of("guangzhou", "guangzhou-plan", "guangzhou-districts");
    }

    /** Reads a bundled scenario. */
    public static Scenario read(String name) {
        return ScenarioFolder.read(folder(name));
    }

    /** The folder of a bundled scenario, which may lie inside a jar. */
    static Path folder(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("BundledScenarios: got " + name + ", expected one of " + names());
        }
        return Content.ROOT.resolve(name);
    }

    /** The content of the jar, open for as long as the process runs: folders are read from it at any time. */
    private static final class Content {
        private static final Path ROOT = root();

        private static Path root() {
            try {
                URI uri = BundledScenarios.class
                        .getResource(FOLDER + "/guangzhou/scenario.json")
                        .toURI();
                if (uri.getScheme().equals("jar")) {
                    Path jar = Path.of(URI.create(uri.getRawSchemeSpecificPart().split("!")[0]));
                    return FileSystems.newFileSystem(jar, Map.of()).getPath(FOLDER);
                }
                return Path.of(uri).getParent().getParent();
            } catch (URISyntaxException e) {
                throw new IllegalStateException("resource " + FOLDER + " has no usable address", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
