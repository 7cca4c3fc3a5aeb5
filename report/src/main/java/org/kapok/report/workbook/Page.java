package org.kapok.report.workbook;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.kapok.report.workbook.Styles.Look;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;

/** One sheet, written from top to bottom. */
final class Page {
    private static final int WIDEST = 60;
    private static final float LINE = 15; // points
    private static final int FIRST_ROWS = 40; // about a page across

    private final SXSSFSheet sheet;
    private final XSSFSheet whole; // the same, for what is not written row by row
    private final Styles styles;
    private int[] widths = new int[64]; // by column; grows
    private int next;
    private boolean landscape = true;
    private int pagesHigh; // 0 for as many as it takes
    private int printed = Integer.MAX_VALUE; // rows

    Page(SXSSFSheet sheet, XSSFSheet whole, Styles styles) {
        this.sheet = sheet;
        this.whole = whole;
        this.styles = styles;
    }

    /** The row that is written next, from 0. */
    int next() {
        return next;
    }

    /** The sheet for charts. */
    XSSFSheet whole() {
        return whole;
    }

    void skip(int rows) {
        next += rows;
    }

    /** A line of text that may run over the cells to its right. */
    void line(String text, Look look) {
        Row row = sheet.createRow(next++);
        if (look == Look.TITLE) {
            row.setHeightInPoints(26);
        } else if (look == Look.SECTION) {
            row.setHeightInPoints(22);
        }
        put(row, 0, text, Format.TEXT, look);
    }

    /** A text over several columns, broken into as many lines as it needs. */
    void paragraph(String text, int columns, int characters) {
        Row row = sheet.createRow(next);
        put(row, 0, text, Format.LONG_TEXT, Look.PLAIN);
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, columns - 1));
        row.setHeightInPoints(LINE * lines(text, characters));
        next++;
    }

    /** A row of cells from the first column on; a header has room for titles that are broader than their columns. */
    void row(List<?> values, List<Format> formats, Look look) {
        Row row = sheet.createRow(next++);
        if (look == Look.HEADER) {
            int lines = 1;
            for (int column = 0; column < values.size(); column++) {
                lines = Math.max(lines, lines(String.valueOf(values.get(column)), widthOf(column) - 2));
            }
            row.setHeightInPoints(LINE * lines);
        }
        for (int column = 0; column < values.size(); column++) {
            put(row, column, values.get(column), formats.get(column), look);
        }
    }

    /** Gives the cell of a row just written another look. */
    void look(int column, Format format, Look look) {
        sheet.getRow(next - 1).getCell(column).setCellStyle(styles.of(format, look));
    }

    /** A line that leads to another sheet, and what is there. */
    void link(String target, String what) {
        Row row = sheet.createRow(next++);
        put(row, 0, target, Format.TEXT, Look.LINK);
        put(row, 1, what, Format.TEXT, Look.NOTE);
        CreationHelper creation = sheet.getWorkbook().getCreationHelper();
        Hyperlink link = creation.createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + target.replace("'", "''") + "'!A1");
        row.getCell(0).setHyperlink(link);
    }

    /** A table below what is written so far; the header and its key columns stay in sight. */
    void table(Table table) {
        if (!table.sums().isEmpty()) {
            sums(table);
        }
        int header = next;
        place(table);
        sheet.createFreezePane(table.keys(), header + 1);
        sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
    }

    /** A table among others on a sheet, which scrolls as a whole. */
    void place(Table table) {
        int header = next++;
        Row titles = sheet.createRow(header);
        titles.setHeightInPoints(30);
        for (int column = 0; column < table.columns().size(); column++) {
            Table.Column each = table.columns().get(column);
            put(titles, column, each.title(), each.format(), Look.HEADER);
            widen(
                    column,
                    Math.max(
                            each.format().width,
                            width(each.title()) + (each.format().isText() ? 4 : 3)));
        }
        int first = next;
        for (List<Object> values : table.rows()) {
            Row row = sheet.createRow(next++);
            for (int column = 0; column < values.size(); column++) {
                Format format = table.columns().get(column).format();
                put(row, column, values.get(column), format, lookOf(values.get(column)));
                if (format == Format.TEXT) {
                    widen(column, width(String.valueOf(values.get(column))) + 3);
                }
            }
            heighten(row, table, values);
        }
        if (next == first) {
            sheet.createRow(next++); // a table has at least one row
        }
        name(table, header);
    }

    /** Makes room for the lines of long texts, which only some programs do by themselves. */
    private void heighten(Row row, Table table, List<Object> values) {
        int lines = 1;
        for (int column = 0; column < values.size(); column++) {
            if (table.columns().get(column).format() == Format.LONG_TEXT) {
                lines = Math.max(lines, lines(String.valueOf(values.get(column)), widthOf(column) - 4));
            }
        }
        if (lines > 1) {
            row.setHeightInPoints(LINE * lines);
        }
    }

    private int widthOf(int column) {
        return column < widths.length && widths[column] > 0 ? widths[column] : WIDEST;
    }

    private static int lines(String text, int characters) {
        return Math.max(1, (width(text) + characters - 1) / Math.max(1, characters));
    }

    private static Look lookOf(Object value) {
        return value instanceof Judged judged ? judged.look() : Look.PLAIN;
    }

    /** A text with a look of its own. */
    record Judged(String text, Look look) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** The sum of the rows in sight, so that a filter answers at once. */
    private void sums(Table table) {
        int columns = table.columns().size();
        double[] sums = new double[columns];
        int count = 0;
        for (List<Object> values : table.rows()) {
            for (int column = 1; column < columns; column++) {
                sums[column] += isSummed(table, column) ? ((Number) values.get(column)).doubleValue() : 0;
            }
            count++;
        }
        int first = next + 2;
        int last = next + 1 + count;
        Row row = sheet.createRow(next++);
        put(row, 0, table.sums(), Format.TEXT, Look.TOTAL);
        for (int column = 1; column < columns; column++) {
            if (isSummed(table, column)) {
                Format format = table.columns().get(column).format();
                double sum = sums[column];
                String letters = CellReference.convertNumToColString(column);
                Cell cell = row.createCell(column);
                cell.setCellFormula("SUBTOTAL(109," + letters + (first + 1) + ":" + letters + (last + 1) + ")");
                cell.setCellValue(sum);
                cell.setCellStyle(styles.of(format, Look.TOTAL));
                widen(column, width(String.format(Locale.ROOT, "%,.0f", sum)) + 3);
            }
        }
    }

    private static boolean isSummed(Table table, int column) {
        Format format = table.columns().get(column).format();
        return format == Format.COUNT || format == Format.CHANGE;
    }

    private void name(Table table, int header) {
        int columns = table.columns().size();
        AreaReference area = new AreaReference(
                new CellReference(header, 0), new CellReference(next - 1, columns - 1), SpreadsheetVersion.EXCEL2007);
        XSSFTable named = whole.createTable(area);
        named.setName(table.name());
        named.setDisplayName(table.name());
        CTTable made = named.getCTTable();
        made.addNewAutoFilter().setRef(made.getRef());
        CTTableStyleInfo style = made.addNewTableStyleInfo();
        style.setName("TableStyleLight1");
        style.setShowRowStripes(true);
        for (int column = 0; column < columns; column++) {
            made.getTableColumns()
                    .getTableColumnArray(column)
                    .setName(table.columns().get(column).title());
        }
        // Years in a header and codes of regions are texts on purpose.
        whole.addIgnoredErrors(
                new CellRangeAddress(header, next - 1, 0, columns - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }

    /** Writes a cell; whatever is a text stays one. */
    private void put(Row row, int column, Object value, Format format, Look look) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styleOf(value, format, look));
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof OptionalDouble number) {
            number.ifPresent(cell::setCellValue);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }

    private XSSFCellStyle styleOf(Object value, Format format, Look look) {
        boolean formula = value instanceof String text && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        return formula ? styles.quoted(format, look) : styles.of(format, look);
    }

    /** Makes a column at least so many characters wide. */
    void widen(int column, int characters) {
        if (column >= widths.length) {
            widths = Arrays.copyOf(widths, 2 * column);
        }
        widths[column] = Math.max(widths[column], Math.min(characters, column == 0 ? WIDEST : WIDEST + 20));
    }

    /** Prints upright. */
    void upright() {
        landscape = false;
    }

    /** Prints the first rows alone, of a table that is there to be filtered. */
    void printFirst() {
        printed = FIRST_ROWS;
    }

    /** Prints on one sheet of paper. */
    void onePage() {
        pagesHigh = 1;
    }

    /** Prints what follows on a new sheet of paper. */
    void breakPage() {
        sheet.setRowBreak(next - 1);
    }

    /** Sets widths and how the sheet prints: as wide as the paper, with pages numbered. */
    void finish(String footer) {
        for (int column = 0; column < widths.length; column++) {
            if (widths[column] > 0) {
                sheet.setColumnWidth(column, 256 * Math.min(255, widths[column]));
            }
        }
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(landscape);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) pagesHigh);
        if (next > printed) {
            XSSFWorkbook book = whole.getWorkbook();
            int last = widths.length - 1;
            while (widths[last] == 0) {
                last--;
            }
            book.setPrintArea(book.getSheetIndex(whole), 0, last, 0, printed - 1);
        }
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setLeft(footer.replace("&", "&&"));
        sheet.getFooter().setCenter("&A");
        sheet.getFooter().setRight("&P / &N");
    }

    /** The width of a text in Latin characters; Chinese ones take two. */
    static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
