package org.kapok.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.EnsembleOptions;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.table.InputDataException;

class WorkbookTest {
    @TempDir
    private static Path shared;

    private static ScenarioRun guangzhou;
    private static XSSFWorkbook chinese;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws IOException, InvalidFormatException {
        Scenario scenario = BundledScenarios.read("guangzhou");
        guangzhou = ScenarioRun.of(scenario);
        EnsembleRun futures =
                EnsembleRun.of(scenario, EnsembleOptions.onThreads(2).withDraws(20));
        Workbook.of(guangzhou, futures, Locale.CHINESE).write(shared.resolve("guangzhou.xlsx"));
        chinese = new XSSFWorkbook(shared.resolve("guangzhou.xlsx").toFile());
    }

    @AfterAll
    static void close() throws IOException {
        chinese.close();
    }

    @Test
    void sheets_ofAll_inOrder() {
        assertThat(titles(chinese))
                .containsExactly(
                        "概要", "图表", "人口总量", "分年龄人口", "单岁人口", "人口变动", "公共服务", "缺口一览", "供需缺口", "规划指标", "达标概率", "人口区间",
                        "服务区间", "设定", "来源");
    }

    @Test
    void chances_ofSoManyDraws_sayHowFarTheyMayBeOff() {
        String note = chinese.getSheet("达标概率").getRow(1).getCell(0).getStringCellValue();
        assertThat(note).contains("20", "21.9个百分点").doesNotContain("上限"); // 1.96 sqrt(0.25 / 20)
    }

    @Test
    void tables_named_headersAsInTheirCells_filtered() {
        List<String> names = new ArrayList<>();
        for (XSSFTable table : tables(chinese)) {
            names.add(table.getName());
            Row header = table.getXSSFSheet().getRow(table.getStartRowIndex());
            for (int i = 0; i < table.getColumnCount(); i++) {
                Cell cell = header.getCell(table.getStartColIndex() + i);
                assertThat(cell.getStringCellValue())
                        .as(table.getName())
                        .isEqualTo(table.getColumns().get(i).getName());
            }
            assertThat(table.getCTTable().isSetAutoFilter()).isTrue();
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "Areas",
                        "Population",
                        "SingleAges",
                        "Components",
                        "Services",
                        "Shortages",
                        "Gap",
                        "Indicators",
                        "TargetChances",
                        "IndicatorChances",
                        "Quantiles",
                        "ServiceQuantiles",
                        "Settings",
                        "Assumptions",
                        "Sources",
                        "TargetSources",
                        "Catalogue",
                        "Files");
    }

    @Test
    void population_ofEveryYear_addsUpToAllPeople() {
        for (String name : List.of("Population", "SingleAges")) {
            XSSFTable table = table(name);
            for (int date = 0; date < guangzhou.projection().dates().size(); date++) {
                double all = guangzhou.projection().at(date).toCube().total();
                int column = 6 + date;
                assertThat(sum(table, column)).isCloseTo(all, within(1e-4));
                Cell shown = table.getXSSFSheet()
                        .getRow(table.getStartRowIndex() - 1)
                        .getCell(column);
                assertThat(shown.getNumericCellValue()).isCloseTo(all, within(1e-4));
                assertThat(shown.getCellFormula()).startsWith("SUBTOTAL(109,");
            }
        }
    }

    @Test
    void components_everyRow_balances() {
        XSSFTable table = table("Components");
        for (int number = table.getStartRowIndex() + 1; number <= table.getEndRowIndex(); number++) {
            Row row = table.getXSSFSheet().getRow(number);
            double[] flows = new double[10];
            for (int i = 0; i < flows.length; i++) {
                flows[i] = row.getCell(4 + i).getNumericCellValue();
            }
            double end =
                    flows[0] + flows[1] - flows[2] + flows[3] - flows[4] + flows[5] - flows[6] + flows[7] - flows[8];
            assertThat(flows[9]).as("row %d", number).isCloseTo(end, within(1e-6));
        }
    }

    @Test
    void numbers_whole_shownShort() {
        XSSFTable table = table("Areas");
        Cell residents =
                table.getXSSFSheet().getRow(table.getStartRowIndex() + 1).getCell(5);

        assertThat(residents.getNumericCellValue())
                .isEqualTo(guangzhou.projection().at(1).total(org.kapok.core.Selection.residents()));
        assertThat(residents.getCellStyle().getDataFormatString()).isEqualTo("#,##0");
    }

    @Test
    void dataSheets_frozenBelowTheHeader_headerOnEveryPrintedPage() {
        for (String name :
                List.of("Areas", "Population", "SingleAges", "Components", "Services", "Gap", "Indicators")) {
            XSSFTable table = table(name);
            XSSFSheet sheet = table.getXSSFSheet();
            assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo(table.getStartRowIndex() + 1);
            assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(table.getStartRowIndex());
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    @Test
    void tablesToFilter_printTheirFirstRows_othersAll() {
        for (String title : List.of("分年龄人口", "单岁人口", "人口变动", "公共服务")) {
            assertThat(chinese.getPrintArea(chinese.getSheetIndex(title)))
                    .as(title)
                    .matches(".*!\\$A\\$1:\\$[A-Z]+\\$40");
            assertThat(chinese.getSheet(title).getRow(1).getCell(0).getStringCellValue())
                    .contains("只打印前若干行");
        }
        for (String title : List.of("概要", "人口总量", "供需缺口", "规划指标")) {
            assertThat(chinese.getPrintArea(chinese.getSheetIndex(title)))
                    .as(title)
                    .isNull();
        }
    }

    @Test
    void summary_headersAndUnits_areWholeWords() throws IOException, InvalidFormatException {
        Workbook.of(guangzhou, Locale.ENGLISH).write(folder.resolve("english.xlsx"));
        try (XSSFWorkbook english =
                new XSSFWorkbook(folder.resolve("english.xlsx").toFile())) {
            XSSFSheet summary = english.getSheet("Summary");
            List<String> texts = new ArrayList<>();
            summary.forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
            assertThat(texts)
                    .contains("Norm 2025", "10 000 people (万)", "%, off by points")
                    .anyMatch(text -> text.contains("those of 1 November of each year"));
            Row shortfalls = row(summary, "Short, % of norm");
            assertThat(shortfalls.getHeightInPoints()).isGreaterThan(2 * 14);
        }
    }

    private static Row row(XSSFSheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(text)) {
                    return row;
                }
            }
        }
        throw new AssertionError("no cell has " + text);
    }

    @Test
    void charts_native_fiveOfThem_readingTheirCells() {
        assertThat(chinese.getSheet("概要").getDrawingPatriarch().getCharts()).hasSize(2);
        assertThat(chinese.getSheet("图表").getDrawingPatriarch().getCharts()).hasSize(3);
        String trend = chinese.getSheet("概要")
                .getDrawingPatriarch()
                .getCharts()
                .get(0)
                .getCTChart()
                .getPlotArea()
                .getLineChartArray(0)
                .getSerArray(0)
                .getVal()
                .getNumRef()
                .getF();
        assertThat(trend).isEqualTo("'图表'!$B$5:$B$20");
        assertThat(chinese.getSheet("图表").getRow(4).getCell(1).getNumericCellValue())
                .isCloseTo(1867.6605, within(1e-6));
    }

    @Test
    void fonts_ofAChineseWorkbook_haveChinese() {
        Cell title = chinese.getSheet("概要").getRow(0).getCell(0);

        assertThat(chinese.getFontAt(title.getCellStyle().getFontIndex()).getFontName())
                .isEqualTo("Microsoft YaHei");
    }

    @Test
    void file_written_noMacrosNoLinks_sameBytesAgain() throws IOException {
        Workbook workbook = Workbook.of(guangzhou, Locale.ENGLISH);
        workbook.write(folder.resolve("a.xlsx"));
        workbook.write(folder.resolve("b.xlsx"));

        assertThat(folder.resolve("b.xlsx")).hasSameBinaryContentAs(folder.resolve("a.xlsx"));
        assertThat(Files.size(folder.resolve("a.xlsx"))).isLessThan(5_000_000);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("a.xlsx"));
        try (ZipFile zip = new ZipFile(folder.resolve("a.xlsx").toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.contains("vba") || name.contains("externalLink"));
        }
    }

    @Test
    void country_withoutServicesOrPlan_ofFiveYearAges_textsStayTexts() throws IOException, InvalidFormatException {
        ScenarioRun run = ScenarioRun.of(ScenarioFolder.read(country(folder.resolve("country"))));
        Workbook.of(run, Locale.ENGLISH).write(folder.resolve("country.xlsx"));

        try (XSSFWorkbook workbook =
                new XSSFWorkbook(folder.resolve("country.xlsx").toFile())) {
            assertThat(titles(workbook))
                    .containsExactly(
                            "Summary",
                            "Charts",
                            "Population totals",
                            "Population by age",
                            "Components",
                            "Assumptions",
                            "Sources");
            Cell title = workbook.getSheet("Summary").getRow(0).getCell(0);
            assertThat(title.getCellType()).isEqualTo(CellType.STRING);
            assertThat(title.getStringCellValue()).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(title.getCellStyle().getQuotePrefixed()).isTrue();
            Cell region = workbook.getSheet("Population by age").getRow(4).getCell(0);
            assertThat(region.getStringCellValue()).isEqualTo("@Isle");
            assertThat(region.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(formulas(workbook)).allMatch(formula -> formula.startsWith("SUBTOTAL(109,"));
        }
    }

    @Test
    void years_moreThanMostScenariosHave_eachHasItsColumn() throws IOException, InvalidFormatException {
        Files.writeString(folder.resolve("scenario.json"), """
                {"format": "kapok-scenario/1", "id": "long", "extends": "bundled:country", "last_year": 2384,
                 "title": {"en": "Long", "zh": "长期"}}
                """);
        Path file = folder.resolve("long.xlsx");

        Workbook.of(ScenarioRun.of(ScenarioFolder.read(folder)), Locale.ENGLISH).write(file);

        try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
            assertThat(tables(book))
                    .filteredOn(table -> table.getName().equals("Population"))
                    .singleElement()
                    .satisfies(table -> assertThat(table.getColumnCount()).isGreaterThan(73));
        }
    }

    @Test
    void write_whereItCannot_leavesTheEarlierFile() throws IOException {
        Path target =
                Files.createDirectories(folder.resolve("full.xlsx/inside")).getParent();

        assertThatThrownBy(() -> Workbook.of(guangzhou, Locale.ENGLISH).write(target))
                .isInstanceOf(InputDataException.class);
        assertThat(target.resolve("inside")).exists();
        assertThat(folder.resolve("full.xlsx.part")).doesNotExist();
    }

    @Test
    void words_ofBothLanguages_sameKeys() {
        String name = "org.kapok.report.workbook.Words";

        assertThat(new TreeSet<>(ResourceBundle.getBundle(name, Locale.CHINESE).keySet()))
                .isEqualTo(new TreeSet<>(
                        ResourceBundle.getBundle(name, Locale.ENGLISH).keySet()));
    }

    /** One region, one status, ages of five years to 25 and over, two steps. */
    private static Path country(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("scenario.json"), """
                {
                  "format": "kapok-scenario/1",
                  "id": "isle",
                  "title": {"en": "=HYPERLINK(\\"x\\")", "zh": "岛"},
                  "place": {"en": "Isle", "zh": "岛"},
                  "base_date": "2020-07-01",
                  "last_year": 2030,
                  "convention": "un-wpp-2019-end",
                  "ages": {"width": 5, "open": 25},
                  "regions": "regions.csv",
                  "statuses": [{"id": "all", "resident": true, "registered": true}],
                  "population": "population.csv",
                  "mortality": {"survival": 0.95},
                  "fertility": {"asfr": "fertility.csv", "sex_ratio_at_birth": 1.05}
                }
                """);
        Files.writeString(folder.resolve("regions.csv"), "id,title_en,title_zh\nI,@Isle,岛\n");
        String ages = java.util.stream.IntStream.iterate(0, age -> age <= 25, age -> age + 5)
                .mapToObj(age -> age + ",1000,1000\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("population.csv"), "age,persons_female,persons_male\n" + ages);
        Files.writeString(folder.resolve("fertility.csv"), "age,asfr\n0,0\n5,0\n10,0\n15,0.1\n20,0.1\n25,0\n");
        return folder;
    }

    private static List<String> titles(XSSFWorkbook workbook) {
        List<String> titles = new ArrayList<>();
        workbook.forEach(sheet -> titles.add(sheet.getSheetName()));
        return titles;
    }

    private static List<String> formulas(XSSFWorkbook workbook) {
        List<String> formulas = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        formulas.add(cell.getCellFormula());
                    }
                }
            }
        }
        return formulas;
    }

    private static List<XSSFTable> tables(XSSFWorkbook workbook) {
        List<XSSFTable> tables = new ArrayList<>();
        workbook.forEach(sheet -> tables.addAll(((XSSFSheet) sheet).getTables()));
        return tables;
    }

    private static XSSFTable table(String name) {
        return tables(chinese).stream()
                .filter(table -> table.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double sum(XSSFTable table, int column) {
        double sum = 0;
        for (int row = table.getStartRowIndex() + 1; row <= table.getEndRowIndex(); row++) {
            sum += table.getXSSFSheet().getRow(row).getCell(column).getNumericCellValue();
        }
        return sum;
    }
}
