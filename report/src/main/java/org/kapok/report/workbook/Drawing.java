package org.kapok.report.workbook;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** One native chart over a block of cells: the categories in its first column, a column for each series. */
final class Drawing {
    private static final int ASLANT = -45 * 60_000; // in the unit of drawings

    private static final List<String> COLOURS = List.of("1F4E79", "C55A11", "548235", "7F6000", "7030A0");

    private final XSSFChart chart;
    private final Block block;

    /**
     * Cells with the numbers of a chart.
     *
     * @param sheet the title of the sheet they are on
     * @param header the row of the titles, from 0
     * @param categories what the numbers are of
     * @param series the numbers
     * @param format how they are shown
     */
    record Block(String sheet, int header, List<String> categories, List<Series> series, Format format) {
        private String range(int column) {
            String letters = "$" + CellReference.convertNumToColString(column) + "$";
            return "'" + sheet + "'!" + letters + (header + 2) + ":" + letters + (header + 1 + categories.size());
        }

        /** Half a power of ten or a multiple of it beyond which no number lies, on either side of 0. */
        private double end() {
            double most = series.stream()
                    .flatMap(each -> each.numbers().stream())
                    .filter(Objects::nonNull)
                    .mapToDouble(Math::abs)
                    .max()
                    .orElse(0);
            double step = most > 0 ? StrictMath.pow(10, Math.floor(StrictMath.log10(most))) / 2 : 1;
            return step * Math.max(1, Math.ceil(most / step));
        }

        private CellReference title(int column) {
            return new CellReference(sheet, header, column, true, true);
        }

        private XDDFCategoryDataSource names() {
            return XDDFDataSourcesFactory.fromArray(categories.toArray(String[]::new), range(0));
        }

        private XDDFNumericalDataSource<Double> numbers(int number) {
            return XDDFDataSourcesFactory.fromArray(
                    series.get(number).numbers().toArray(Double[]::new), range(number + 1));
        }
    }

    /** A frame from one cell to another: {first column, first row, past the last column, past the last row}. */
    Drawing(XSSFSheet sheet, int[] frame, String title, Block block, String font) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, frame[0], frame[1], frame[2], frame[3]);
        this.chart = drawing.createChart(anchor);
        this.block = block;
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        useFont(font);
    }

    private void useFont(String font) {
        CTTextCharacterProperties text =
                chart.getCTChartSpace().addNewTxPr().addNewP().addNewPPr().addNewDefRPr();
        chart.getCTChartSpace().getTxPr().addNewBodyPr();
        text.setSz(900);
        text.addNewLatin().setTypeface(font);
        text.addNewEa().setTypeface(font);
        CTTextCharacterProperties title = chart.getCTChart()
                .getTitle()
                .getTx()
                .getRich()
                .getPArray(0)
                .getRArray(0)
                .addNewRPr();
        title.setSz(1200);
        title.setB(true);
        title.addNewLatin().setTypeface(font);
        title.addNewEa().setTypeface(font);
    }

    /** Lines; series that lack some numbers are marks. */
    void lines(String unit) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = valueAxis(categories, AxisPosition.LEFT, "#,##0", unit);
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, values);
        for (int number = 0; number < block.series().size(); number++) {
            XDDFLineChartData.Series line =
                    (XDDFLineChartData.Series) data.addSeries(block.names(), block.numbers(number));
            name(line, number);
            line.setSmooth(false);
            if (block.series().get(number).numbers().contains(null)) {
                mark(line, COLOURS.get(number % COLOURS.size()));
            } else {
                line.setMarkerStyle(MarkerStyle.NONE);
                line.setShapeProperties(stroke(COLOURS.get(number % COLOURS.size()), 2.25));
            }
        }
        chart.plot(data);
        skipLabels();
    }

    /** Marks in place of a line, for numbers of single years. */
    private static void mark(XDDFLineChartData.Series line, String rgb) {
        XDDFLineProperties none = new XDDFLineProperties(new XDDFNoFillProperties());
        line.setLineProperties(none);
        line.setMarkerStyle(MarkerStyle.DIAMOND);
        line.setMarkerSize((short) 11);
        line.getCTLineSer()
                .getMarker()
                .addNewSpPr()
                .addNewSolidFill()
                .addNewSrgbClr()
                .setVal(HexFormat.of().parseHex(rgb));
    }

    /** Every fifth year is enough below a long row of them; aslant for programs that show them all. */
    private void skipLabels() {
        if (block.categories().size() > 10) {
            CTCatAx axis = chart.getCTChart().getPlotArea().getCatAxArray(0);
            axis.addNewTickLblSkip().setVal(5);
            CTTextBody text = axis.addNewTxPr();
            text.addNewBodyPr().setRot(ASLANT);
            text.addNewP().addNewPPr().addNewDefRPr();
        }
    }

    /** Bars side by side, upright or lying. */
    void bars(boolean lying, String format, String unit) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = valueAxis(categories, lying ? AxisPosition.BOTTOM : AxisPosition.LEFT, format, unit);
        XDDFBarChartData data = bars(categories, values, lying);
        data.setGapWidth(60);
        if (lying) {
            categories.setOrientation(AxisOrientation.MAX_MIN);
            values.setCrosses(AxisCrosses.MAX);
        }
        for (int number = 0; number < block.series().size(); number++) {
            XDDFChartData.Series bar = data.addSeries(block.names(), block.numbers(number));
            name(bar, number);
            bar.setFillProperties(new XDDFSolidFillProperties(colour(COLOURS.get(number % COLOURS.size()))));
        }
        chart.plot(data);
        if (!lying) {
            skipLabels();
        }
    }

    /** A pyramid: the first two series filled, men to the left by numbers below 0, the other two as outlines over them. */
    void pyramid(String unit) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
        XDDFValueAxis values = valueAxis(categories, AxisPosition.BOTTOM, "#,##0;#,##0", unit);
        double end = block.end();
        values.setMinimum(-end); // both sexes on one scale
        values.setMaximum(end);
        XDDFBarChartData data = bars(categories, values, true);
        data.setGapWidth(8);
        data.setOverlap((byte) 100);
        String[] fills = {"2E75B6", "C55A5A"};
        for (int number = 0; number < block.series().size(); number++) {
            XDDFChartData.Series bar = data.addSeries(block.names(), block.numbers(number));
            name(bar, number);
            if (number < 2) {
                bar.setFillProperties(new XDDFSolidFillProperties(colour(fills[number])));
            } else {
                XDDFShapeProperties outline = stroke("202020", 1);
                outline.setFillProperties(new XDDFNoFillProperties());
                bar.setShapeProperties(outline);
            }
        }
        chart.plot(data);
    }

    private XDDFBarChartData bars(XDDFCategoryAxis categories, XDDFValueAxis values, boolean lying) {
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(lying ? BarDirection.BAR : BarDirection.COL);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        data.setVaryColors(false);
        return data;
    }

    /** Spreadsheet programs other than Excel draw nothing unless each axis says what it crosses. */
    private XDDFValueAxis valueAxis(XDDFCategoryAxis categories, AxisPosition position, String format, String unit) {
        XDDFValueAxis values = chart.createValueAxis(position);
        categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
        categories.crossAxis(values);
        values.crossAxis(categories);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setNumberFormat(format);
        values.setTitle(unit);
        values.getOrAddMajorGridProperties()
                .setLineProperties(new XDDFLineProperties(new XDDFSolidFillProperties(colour("D9D9D9"))));
        return values;
    }

    private void name(XDDFChartData.Series series, int number) {
        series.setTitle(block.series().get(number).title(), block.title(number + 1));
    }

    private static XDDFShapeProperties stroke(String rgb, double points) {
        XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(colour(rgb)));
        line.setWidth(points);
        XDDFShapeProperties shape = new XDDFShapeProperties();
        shape.setLineProperties(line);
        return shape;
    }

    private static XDDFColor colour(String rgb) {
        return XDDFColor.from(HexFormat.of().parseHex(rgb));
    }
}
