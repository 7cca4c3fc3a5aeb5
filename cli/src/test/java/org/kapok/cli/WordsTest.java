package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.scenario.Vocabulary;

/** The words of the command, the workbook and pictures, each its own beside the vocabulary that all read. */
class WordsTest {
    private static final Pattern ASKED = Pattern.compile("words(?:\\(\\))?\\.of\\(\\s*\"([\\w.]*[^.\"])\"[,)]");

    @ParameterizedTest
    @CsvSource({
        ". , org/kapok/cli, Words",
        "../report, org/kapok/report/workbook, Words",
        "../report, org/kapok/report/picture, Pictures"
    })
    void words_ofAnOutput_sameKeysNoneTwiceAndNoneMissing(String module, String folder, String name)
            throws IOException {
        Path resources = Path.of(module, "src/main/resources", folder);
        Set<String> own = keys(resources.resolve(name + "_en.properties"));
        assertThat(keys(resources.resolve(name + "_zh.properties"))).isEqualTo(own);
        assertThat(own)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(Vocabulary.all().keySet());

        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of(module, "src/main/java", folder))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                ASKED.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !own.contains(key) && !Vocabulary.all().containsKey(key))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return new TreeSet<>(words.stringPropertyNames());
    }
}
