package org.kapok.scenario.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence, or a part of one, with blanks, and how it is said in another language.
 *
 * <p>A blank is {@code {1}} for any text, which is said in the other language in its turn unless it stands in double
 * quotes, {@code {=1}} for labels that stay as they are, or {@code {#1}} for a number.
 *
 * @param english the pattern of the whole text
 * @param letters how many characters it fixes
 * @param numbers the number of each blank, in the order of the text
 * @param kept whether each blank stays as it is, in the same order
 * @param said the other language's, with the same blanks in any order
 */
record MessagePattern(Pattern english, int letters, List<Integer> numbers, List<Boolean> kept, String said) {
    private static final Pattern BLANK = Pattern.compile("( ?)\\{([#=]?)(\\d)\\}( ?)");
    private static final Pattern HAN_FIRST = Pattern.compile("^\\p{IsHan}");
    private static final Pattern HAN_LAST = Pattern.compile("\\p{IsHan}$");

    /** Text within what is said of one thing; what is said of another begins anew. Quotes are not divided. */
    private static final String TEXT = "((?:\"[^\"]*\"|\"(?![^\"]*\")|(?!: got )[^\"])+?)";

    /** Text behind the name of a thing, or behind another sentence. */
    private static final String SENTENCE = "(.+?)";

    private static final String QUOTED = "(.*?)";
    private static final String NUMBER = "([-+]?[0-9][-+0-9.,eE]*)";

    /** The pattern of an English template. */
    static MessagePattern of(String template, String said) {
        StringBuilder regex = new StringBuilder();
        List<Integer> numbers = new ArrayList<>();
        List<Boolean> kept = new ArrayList<>();
        Matcher blank = BLANK.matcher(template);
        int letters = 0;
        int from = 0;
        while (blank.find()) {
            String before = template.substring(from, blank.end(1));
            regex.append(Pattern.quote(before));
            letters += before.length();
            boolean number = blank.group(2).equals("#");
            boolean sentence = before.endsWith(": ") || before.endsWith("; ");
            boolean quote = before.endsWith("\"");
            regex.append(number ? NUMBER : quote ? QUOTED : sentence ? SENTENCE : TEXT);
            numbers.add(Integer.valueOf(blank.group(3)));
            kept.add(quote || !blank.group(2).isEmpty());
            from = blank.start(4);
        }
        regex.append(Pattern.quote(template.substring(from)));
        letters += template.length() - from;
        return new MessagePattern(Pattern.compile(regex.toString(), Pattern.DOTALL), letters, numbers, kept, said);
    }

    /**
     * The patterns of a catalogue, those that fix most first.
     *
     * @param lines pairs of English and the other language, apart by empty lines; those that start with # are notes
     */
    static List<MessagePattern> ofLines(List<String> lines) {
        List<MessagePattern> patterns = new ArrayList<>();
        List<String> pair = new ArrayList<>();
        for (String line : lines) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            pair.add(line);
            if (pair.size() == 2) {
                patterns.add(of(pair.get(0), pair.get(1)));
                pair.clear();
            }
        }
        patterns.sort(Comparator.comparingInt(MessagePattern::letters).reversed());
        return List.copyOf(patterns);
    }

    /** The other language's for a text of this pattern. */
    Optional<String> say(String text, UnaryOperator<String> blanks) {
        Matcher matcher = english.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String[] filled = new String[10];
        for (int i = 0; i < numbers.size(); i++) {
            String blank = matcher.group(i + 1);
            filled[numbers.get(i)] = kept.get(i) ? blank : blanks.apply(blank);
        }
        return Optional.of(BLANK.matcher(said).replaceAll(blank -> {
            String its = filled[Integer.parseInt(blank.group(3))];
            // Numbers and names stand apart from Chinese, Chinese does not.
            String before = HAN_FIRST.matcher(its).find() ? "" : blank.group(1);
            String after = HAN_LAST.matcher(its).find() ? "" : blank.group(4);
            return Matcher.quoteReplacement(before + its + after);
        }));
    }
}
