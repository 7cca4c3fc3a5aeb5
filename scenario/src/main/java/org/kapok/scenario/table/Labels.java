package org.kapok.scenario.table;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Says which labels would have been right. */
public final class Labels {
    private static final int LISTED = 12;

    private Labels() {}

    /** What was expected: the labels, or the ends of a long list, and the one that was probably meant. */
    static String expected(String got, Collection<String> labels) {
        List<String> all = List.copyOf(labels);
        String list = all.size() <= LISTED
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, 3)) + ", ..., " + all.get(all.size() - 1);
        String expected = all.size() == 1 ? '"' + list + '"' : "one of " + list;
        String nearest = nearest(got, all);
        return all.size() == 1 || nearest.isEmpty() ? expected : expected + "; did you mean " + nearest + "?";
    }

    /** Whether one of two labels may be meant for the other. */
    public static boolean alike(String one, String other) {
        return !nearest(one, List.of(other)).isEmpty()
                || !nearest(other, List.of(one)).isEmpty();
    }

    /** The label within a third of its length in edits, or empty; numbers and names of two letters are never alike. */
    public static String nearest(String got, List<String> labels) {
        if (got.isEmpty() || got.chars().allMatch(Character::isDigit)) {
            return "";
        }
        String wanted = got.toLowerCase(Locale.ROOT);
        String nearest = "";
        int best = Integer.MAX_VALUE;
        for (String label : labels) {
            int edits = edits(wanted, label.toLowerCase(Locale.ROOT));
            if (edits <= Math.max(1, label.length() / 3) && 2 * edits < label.length() && edits < best) {
                best = edits;
                nearest = label;
            }
        }
        return nearest;
    }

    /** The edits from one text to another: letters put in, left out, replaced or swapped with their neighbour. */
    private static int edits(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
