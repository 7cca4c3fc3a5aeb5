package org.kapok.report.workbook;

/** How a cell shows what it holds; numbers are kept whole whatever is shown. */
enum Format {
    TEXT("@", 0),
    /** Text of several lines, in a broad column. */
    LONG_TEXT("@", 48),
    YEAR("0", 7),
    COUNT("#,##0", 12),
    /** Counts that do not add up, such as people at the start of each year. */
    LEVEL("#,##0", 12),
    /** Counts whose sign matters. */
    CHANGE("+#,##0;-#,##0;0", 12),
    DECIMAL("#,##0.00", 12),
    DIFFERENCE("+#,##0.00;-#,##0.00;0.00", 12),
    SHARE("0.0%", 9),
    FINE_SHARE("0.00%", 9),
    SHARE_CHANGE("+0.00%;-0.00%;0.00%", 9),
    /** Differences of shares, in hundredths. */
    POINTS("+0.00;-0.00;0.00", 9),
    DATE("yyyy-mm-dd", 12);

    final String code;
    /** The least width of a column, in characters; 0 for as wide as its texts. */
    final int width;

    Format(String code, int width) {
        this.code = code;
        this.width = width;
    }

    boolean isText() {
        return this == TEXT || this == LONG_TEXT;
    }
}
