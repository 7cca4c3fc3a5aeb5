package org.kapok.core.mortality;

import static org.kapok.core.mortality.GoldenCases.assertClose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

/** Life tables printed in manuals; SOURCE.md beside each says where it is from. */
class PublishedLifeTablesTest {
    @Test
    void ofMx_unitedNations1982_hasThePrintedLifeExpectancies() throws IOException {
        double[][] columns = columns("united-nations-1982-males");

        LifeTable table = LifeTable.ofMx(AgeGroups.abridged(85), columns[1], Sex.MALE, A0Rule.COALE_DEMENY);

        assertEx(table, columns[2], 0.0035);
    }

    @Test
    void ofMx_mortpak1988_hasThePrintedLifeExpectancies() throws IOException {
        double[][] columns = columns("mortpak-1988-females");

        LifeTable table = LifeTable.ofMx(AgeGroups.abridged(80), columns[1], Sex.FEMALE, A0Rule.COALE_DEMENY);

        assertEx(table, columns[2], 0.004);
    }

    @Test
    void ofMxAx_ltpopdth_hasThePrintedLifeExpectancies() throws IOException {
        double[][] columns = columns("ltpopdth-males");
        AgeGroups ages = AgeGroups.abridged(100);
        double[] mx = new double[ages.count()];
        double[] ax = new double[ages.count()];
        Arrays.setAll(mx, age -> columns[2][age] / columns[1][age]);
        Arrays.fill(ax, 2.5);
        ax[0] = 0.33;
        ax[1] = 1.5577;
        mx[0] = 0.1 / (1 - (1 - ax[0]) * 0.1);

        LifeTable table = LifeTable.ofMxAx(ages, mx, ax);

        assertEx(table, columns[3], 0.01);
    }

    private static void assertEx(LifeTable table, double[] expected, double tolerance) {
        double[] ex = new double[expected.length];
        Arrays.setAll(ex, table::ex);
        assertClose("ex", ex, expected, 0, ex.length, tolerance);
    }

    private static double[][] columns(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PublishedLifeTablesTest.class.getResourceAsStream("golden/" + name + "/expected.csv"),
                StandardCharsets.UTF_8))) {
            List<String[]> rows =
                    reader.lines().skip(1).map(line -> line.split(",")).toList();
            double[][] columns = new double[rows.get(0).length][rows.size()];
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns.length; column++) {
                    columns[column][row] = Double.parseDouble(rows.get(row)[column]);
                }
            }
            return columns;
        }
    }
}
