package org.kapok.scenario.table;

/** Characters that stand for no letter: they have no place in names and titles, which terminals, pages and workbooks show. */
final class ControlCharacter {
    static final String REFUSAL = "got a control character, expected text without any";

    private ControlCharacter() {}

    /** Whether a text has one other than a tab or the end of a line. */
    static boolean in(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }
}
