package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kapok.scenario.Vocabulary;

class WordsTest {
    @Test
    void bundles_bothLanguages_haveTheSameKeys() {
        String name = "org.kapok.cli.Words";

        assertThat(ResourceBundle.getBundle(name, Locale.CHINESE).keySet())
                .isEqualTo(ResourceBundle.getBundle(name, Locale.ENGLISH).keySet());
    }

    @Test
    void words_ofTheVocabulary_areNotStatedAgainAndNoneIsMissing() throws IOException {
        ResourceBundle own = ResourceBundle.getBundle("org.kapok.cli.Words", Locale.ENGLISH);
        assertThat(own.keySet()).doesNotContainAnyElementsOf(Vocabulary.all().keySet());

        Pattern asked = Pattern.compile("words(?:\\(\\))?\\.of\\(\\s*\"([\\w.]*[^.\"])\"[,)]");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/kapok/cli"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                asked.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key ->
                                !own.containsKey(key) && !Vocabulary.all().containsKey(key))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }
}
