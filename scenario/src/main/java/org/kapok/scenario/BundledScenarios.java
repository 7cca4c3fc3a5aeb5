package org.kapok.scenario;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;
import org.kapok.scenario.table.OutputFolder;

/** The scenarios that come with the library. */
public final class BundledScenarios {
    /** What stands before the name of a bundled scenario where another extends it. */
    static final String PREFIX = "bundled:";

    private static final String FOLDER = "/org/kapok/scenario/bundled";

    private BundledScenarios() {}

    /** Their names. */
    public static List<String> names() {
        return List.of("guangzhou", "guangzhou-plan", "guangzhou-districts", "country");
    }

    /** Reads a bundled scenario. */
    public static Scenario read(String name) {
        return ScenarioFolder.read(folder(name));
    }

    /**
     * Copies a bundled scenario, with its README in English.
     *
     * @throws InputDataException if there is something in the folder already
     */
    public static void copy(String name, Path target) throws IOException {
        copy(name, target, Locale.ENGLISH);
    }

    /**
     * Copies a bundled scenario into a new or empty folder, to start from: with all its files, named for the folder, and
     * extending the bundled scenario that it extends, if any.
     *
     * @param language of the README: Chinese, or else English
     * @throws InputDataException if there is something in the folder already
     */
    public static void copy(String name, Path target, Locale language) throws IOException {
        Path source = folder(name);
        if (Files.exists(target) && !isEmptyFolder(target)) {
            String message = "got something that is there already, expected a new or empty folder; nothing was changed";
            throw new InputDataException(List.of(new InputProblem(target.toString(), 0, "", "", message)));
        }
        OutputFolder.write(target, Layers.FILE, fresh -> {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = fresh.resolve(source.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            Path readme = fresh.resolve("README.md");
            Files.writeString(readme, part(Files.readString(readme), language));
            Path scenario = fresh.resolve(Layers.FILE);
            String id = target.toAbsolutePath().normalize().getFileName().toString();
            String text = Files.readString(scenario)
                    .replace(
                            "\"id\": \"" + name + "\"",
                            "\"id\": \""
                                    + new String(JsonStringEncoder.getInstance().quoteAsString(id)) + "\"")
                    .replace("\"extends\": \"../", "\"extends\": \"" + PREFIX);
            Files.writeString(scenario, text);
        });
    }

    /** The part of a README that is in a language: the first one is in English, the second in Chinese. */
    private static String part(String readme, Locale language) {
        String[] parts = readme.split("(?m)^(?=# )");
        return new Text(parts[0], parts[1]).in(language).strip() + "\n";
    }

    private static boolean isEmptyFolder(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.findAny().isEmpty();
        }
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
