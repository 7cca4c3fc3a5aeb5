package org.kapok.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.ScenarioRun;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScaling;

/** How the charts of a workbook are drawn. */
class DrawingTest {
    @TempDir
    private Path folder;

    @Test
    void pyramid_bothSexesAndYears_shareOneSymmetricAxis() throws IOException, InvalidFormatException {
        ScenarioRun guangzhou = ScenarioRun.of(BundledScenarios.read("guangzhou"));
        Path file = folder.resolve("guangzhou.xlsx");
        Workbook.of(guangzhou, Locale.CHINESE).write(file);
        CTScaling scale = pyramidAxis(file);

        double most = 0; // a group of five years of one sex, in 10 000s
        for (int date : new int[] {0, guangzhou.projection().dates().size() - 1}) {
            for (Sex sex : Sex.values()) {
                for (int age = 0; age < 100; age += 5) {
                    Selection group = Selection.residents().of(sex).aged(age, age + 4);
                    most = Math.max(most, guangzhou.projection().at(date).total(group) / 1e4);
                }
            }
        }
        assertThat(scale.getMin().getVal()).isEqualTo(-scale.getMax().getVal());
        assertThat(scale.getMax().getVal()).isBetween(most, 1.6 * most);
    }

    private static CTScaling pyramidAxis(Path file) throws IOException, InvalidFormatException {
        try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
            return book.getSheet("概要")
                    .getDrawingPatriarch()
                    .getCharts()
                    .get(1)
                    .getCTChart()
                    .getPlotArea()
                    .getValAxArray(0)
                    .getScaling();
        }
    }
}
