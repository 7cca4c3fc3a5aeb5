package org.kapok.scenario.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * What a cell holds, as the text that a CSV file would have in its place: numbers as they are stored, whatever their format
 * shows; days as {@code 2025-06-30}; of a formula, the value it had when the workbook was saved.
 */
final class CellText {
    private static final Set<String> ERRORS = Set.of(
            "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!");

    /** What a format shows in its own words, or takes from a place or colour. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");

    private static final Pattern DAY = Pattern.compile("[yYdD]|[mM]{3}|[eE](?![+-])");
    private static final Pattern TIME = Pattern.compile("[hHsS]");

    private CellText() {}

    /** The text of a cell. */
    static String of(Cell cell) throws XlsxRefusal {
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR || value instanceof String text && isError(cell, text)) {
            throw new XlsxRefusal("the error " + cell.getRawValue(), "a value");
        }
        if (cell.getType() == CellType.FORMULA && cell.getRawValue() == null) {
            throw new XlsxRefusal(
                    "a formula without its value",
                    "a value: save the workbook in Excel, or paste values in place of formulas");
        }
        if (value instanceof BigDecimal number) {
            return number(cell, number.doubleValue());
        }
        return value == null ? "" : value.toString();
    }

    private static boolean isError(Cell cell, String text) {
        return cell.getType() == CellType.FORMULA && ERRORS.contains(text);
    }

    private static String number(Cell cell, double number) throws XlsxRefusal {
        if (!Double.isFinite(number)) {
            throw new XlsxRefusal(cell.getRawValue(), "a finite number");
        }
        if (!isDate(cell)) {
            return NumberText.of(number);
        }
        try {
            LocalDateTime date = cell.asDate();
            if (number >= 1 && date.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                return date.toLocalDate().toString();
            }
        } catch (DateTimeException e) {
            throw new XlsxRefusal(NumberText.of(number) + " shown as a date", "a date or a number");
        }
        throw new XlsxRefusal(
                "a time of day, stored as " + NumberText.of(number), "a date without a time, or a number");
    }

    /** Whether a number is shown as a date or a time. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return id >= 27 && id <= 36 || id >= 50 && id <= 58; // built-in dates of Chinese and Japanese Excel
        }
        if (format.equalsIgnoreCase("General")) {
            return false;
        }
        String codes = LITERAL.matcher(format).replaceAll("");
        return DAY.matcher(codes).find() || TIME.matcher(codes).find();
    }
}
