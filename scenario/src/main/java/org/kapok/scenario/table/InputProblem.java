package org.kapok.scenario.table;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One thing that is wrong in a file, and where.
 *
 * @param file the file, as its reader knows it, or the sheet of a workbook: {@code tables.xlsx, sheet population}
 * @param line the line in the file or the row in the sheet, from 1; 0 where no single one is meant
 * @param column the character in the line, from 1; 0 where a column of a table or the whole line is meant
 * @param place the column of a table, the JSON pointer of a value, or {@code cell C12} or {@code row 12} of a sheet;
 *     empty where none is meant
 * @param detail what else helps to find it, such as {@code region R01, female, age 40}; empty where nothing does
 * @param message what was found and what was expected
 */
public record InputProblem(String file, int line, int column, String place, String detail, String message) {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final Pattern IN_SHEET = Pattern.compile("cell [A-Z]+\\d+|row \\d+");

    public InputProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(message, "message");
    }

    /** A problem of a whole line, or of a column of a table. */
    public InputProblem(String file, int line, String place, String detail, String message) {
        this(file, line, 0, place, detail, message);
    }

    /** The problem as one line of English text; {@link Messages} says it in other languages. */
    @Override
    public String toString() {
        String where = inSheet() || line == 0 ? "" : " line " + line;
        where += column > 0 ? ", column " + column : "";
        where += place.isEmpty() ? "" : isPlain() ? ", " + place : ", column " + place;
        return line(file + where + (detail.isEmpty() ? "" : " (" + detail + ")") + ": " + message);
    }

    /** The same with Chinese words around detail and message, which are taken to be Chinese. */
    String inChinese() {
        String where = inSheet() || line == 0 ? "" : " 第 " + line + " 行";
        where += column > 0 ? "第 " + column + " 个字符" : "";
        where += place.isEmpty() ? "" : isPlain() ? "，" + chinesePlace() : "，" + place + " 列";
        String said = detail.isEmpty() ? "" : "（" + detail + "）";
        return line(file.replace(", sheet ", " 工作表 ") + where + said + "：" + message);
    }

    private String chinesePlace() {
        return place.startsWith("row ")
                ? "第 " + place.substring("row ".length()) + " 行"
                : place.replaceFirst("^cell ", "单元格 ");
    }

    private boolean inSheet() {
        return IN_SHEET.matcher(place).matches();
    }

    /** Whether the place tells by itself what it is. */
    private boolean isPlain() {
        return inSheet() || place.startsWith("/");
    }

    /** What stands in a file must not steer the terminal that it is printed on. */
    private static String line(String text) {
        return CONTROLS.matcher(text).replaceAll("\uFFFD");
    }
}
