package org.kapok.report.workbook;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Fonts, colours and number formats; every style is made once, as a workbook can have only so many. */
final class Styles {
    /** What a cell is there for. */
    enum Look {
        PLAIN(null, false, 10),
        TITLE(null, true, 16),
        SECTION("1F4E79", true, 12),
        NOTE("595959", false, 9),
        HEADER("FFFFFF", true, 10),
        TOTAL(null, true, 10),
        LINK("0563C1", false, 10),
        GOOD("1E6B34", true, 10),
        FAIR("8A5A00", true, 10),
        BAD("A61C1C", true, 10),
        UNKNOWN("7F7F7F", false, 10);

        private final String colour;
        private final boolean bold;
        private final int points;

        Look(String colour, boolean bold, int points) {
            this.colour = colour;
            this.bold = bold;
            this.points = points;
        }
    }

    private static final Map<Look, String> FILLS =
            new EnumMap<>(Map.of(Look.HEADER, "1F4E79", Look.GOOD, "E2F0D9", Look.FAIR, "FFF2CC", Look.BAD, "FBE0DD"));

    private static final Set<Look> INDENTED =
            EnumSet.of(Look.PLAIN, Look.HEADER, Look.GOOD, Look.FAIR, Look.BAD, Look.UNKNOWN);

    private final XSSFWorkbook workbook;
    private final String font;
    private final Map<Look, XSSFFont> fonts = new EnumMap<>(Look.class);
    private final Map<String, XSSFCellStyle> styles = new HashMap<>();

    Styles(XSSFWorkbook workbook, String font) {
        this.workbook = workbook;
        this.font = font;
        workbook.getFontAt(0).setFontName(font);
        workbook.getFontAt(0).setFontHeightInPoints((short) 10);
    }

    /** The style of numbers and short texts. */
    XSSFCellStyle of(Format format, Look look) {
        return styles.computeIfAbsent(format + " " + look, key -> make(format, look));
    }

    /** The style of a text that a spreadsheet would take for a formula when it is next edited. */
    XSSFCellStyle quoted(Format format, Look look) {
        return styles.computeIfAbsent(format + " " + look + " quoted", key -> {
            XSSFCellStyle style = make(format, look);
            style.setQuotePrefixed(true);
            return style;
        });
    }

    private XSSFCellStyle make(Format format, Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(look, this::makeFont));
        style.setDataFormat(workbook.createDataFormat().getFormat(format.isText() ? "General" : format.code));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (FILLS.containsKey(look)) {
            style.setFillForegroundColor(colour(FILLS.get(look)));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look == Look.HEADER || format == Format.LONG_TEXT) {
            style.setWrapText(true);
        }
        if (look == Look.HEADER && !format.isText()) {
            style.setAlignment(HorizontalAlignment.CENTER); // clear of the button of the filter
        } else if (format.isText() && INDENTED.contains(look)) {
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) 1); // clear of numbers to the left
        }
        if (look == Look.TOTAL) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
        }
        return style;
    }

    private XSSFFont makeFont(Look look) {
        XSSFFont made = workbook.createFont();
        made.setFontName(font);
        made.setFontHeightInPoints((short) look.points);
        made.setBold(look.bold);
        if (look.colour != null) {
            made.setColor(colour(look.colour));
        }
        return made;
    }

    private static XSSFColor colour(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(rgb));
    }
}
