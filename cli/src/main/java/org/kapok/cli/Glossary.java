package org.kapok.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.kapok.scenario.ResultColumn;
import org.kapok.scenario.ResultTable;

/** What the words in scenarios and results mean, in one language; the words are data. */
final class Glossary {
    private final ResourceBundle bundle;
    private final List<Group> groups = new ArrayList<>();

    /**
     * Words that belong together.
     *
     * @param title what they are about
     */
    record Group(String title, List<String> words) {}

    /**
     * A word.
     *
     * @param formula how the number is made; empty where there is none, as are the others
     * @param inputs what it is made of
     * @param where the results it stands in
     * @param source where the method is from
     * @param see words to look at next
     * @param columns the columns of tables that it tells of
     */
    record Term(
            String word,
            String text,
            String formula,
            String inputs,
            String where,
            String source,
            List<String> see,
            List<String> columns) {}

    /** The words in the language of a locale that Kapok speaks. */
    Glossary(Locale locale) {
        bundle = ResourceBundle.getBundle("org.kapok.cli.Glossary", locale);
        for (String group : list("groups")) {
            groups.add(new Group(bundle.getString("group." + group), list("words." + group)));
        }
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    List<String> words() {
        return groups.stream().flatMap(group -> group.words.stream()).toList();
    }

    /** What a word means; blanks and hyphens in it are as good as {@code _}, and so is {@code measure:status}. */
    Optional<Term> term(String asked) {
        String name = asked.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
        String plain = name.replaceFirst(":.*", "");
        String word = words().contains(plain) ? plain : toldBy(plain);
        if (word.isEmpty()) {
            return column(plain);
        }
        return Optional.of(new Term(
                word,
                bundle.getString(word),
                text(word + ".formula"),
                text(word + ".inputs"),
                text(word + ".where"),
                text(word + ".source"),
                list(word + ".see"),
                list("also." + word)));
    }

    /** A column of results that no word tells of, as its table describes it. */
    private Optional<Term> column(String name) {
        for (ResultTable table : ResultTable.all()) {
            for (ResultColumn column : table.columns()) {
                if (column.name().equals(name)) {
                    String meaning = column.description().in(bundle.getLocale());
                    return Optional.of(new Term(name, meaning, "", "", table.file(), "", List.of(), List.of()));
                }
            }
        }
        return Optional.empty();
    }

    /** The word that tells of a column of a table, or empty. */
    private String toldBy(String column) {
        return words().stream()
                .filter(word -> list("also." + word).contains(column))
                .findFirst()
                .orElse("");
    }

    /** The words whose meaning mentions a text. */
    List<String> mentioning(String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        return words().stream()
                .filter(word -> bundle.getString(word).toLowerCase(Locale.ROOT).contains(sought))
                .toList();
    }

    private String text(String key) {
        return bundle.containsKey(key) ? bundle.getString(key) : "";
    }

    private List<String> list(String key) {
        return text(key).isEmpty() ? List.of() : List.of(text(key).split(" +"));
    }
}
