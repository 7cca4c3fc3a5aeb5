package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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

        assertEx(table, columns[2], 0.002);
    }

    /**
     * Whether what is left of the difference is the print's alone: rates that would be printed the same have the printed
     * life expectancies, to half of their last place.
     */
    @Test
    void ofMx_ratesThatPrintTheSame_haveTheLifeExpectanciesAsPrinted() throws IOException {
        double[] un = {5, 5, -5, -2.2, -5, -5, -5, 3.4, 2.5, -3.4, -5, 1.8, 5, 5, -1.3, -5, 5, 1.6, -1.7};
        double[] mortpak = {4.2, 5, 0.6, -0.3, 4.2, -5, 5, -3.2, -3.9, 4.9, 5, -3.5, -3.5, 4.7, -5, -5, 2.2, -1.4};

        assertPrintedEx("united-nations-1982-males", un, Sex.MALE);
        assertPrintedEx("mortpak-1988-females", mortpak, Sex.FEMALE);
    }

    private static void assertPrintedEx(String name, double[] millionths, Sex sex) throws IOException {
        double[][] columns = columns(name);
        double[] mx = columns[1];
        for (int age = 0; age < mx.length; age++) {
            assertThat(millionths[age]).isBetween(-5.0, 5.0); // the rates have five decimals
            mx[age] += 1e-6 * millionths[age];
        }

        LifeTable table = LifeTable.ofMx(AgeGroups.abridged(5 * (mx.length - 2)), mx, sex, A0Rule.COALE_DEMENY);

        assertEx(table, columns[2], 0.0005);
    }

    /** Ages 60 and over start at group 13: 0, 1-4, 5-9, ... */
    @Test
    void ofMx_china2015To2020_hasTheLifeExpectanciesOfMortCast() throws IOException {
        double[][] columns = columns("china-2015-2020");
        AgeGroups ages = AgeGroups.abridged(100);
        LifeTable females =
                LifeTable.ofMx(ages, columns[1], Sex.FEMALE, A0Rule.ANDREEV_KINGKADE, GrevilleEnd.REPEATED_SLOPE);
        LifeTable males =
                LifeTable.ofMx(ages, columns[2], Sex.MALE, A0Rule.ANDREEV_KINGKADE, GrevilleEnd.REPEATED_SLOPE);

        assertThat(females.e0()).isCloseTo(78.97279172, within(5e-9));
        assertThat(males.e0()).isCloseTo(74.46923053, within(5e-9));
        assertThat(females.ex(13)).isCloseTo(21.95284898, within(5e-9));
        assertThat(males.ex(13)).isCloseTo(18.54519518, within(5e-9));
        assertThat(LifeTable.ofMx(ages, columns[1], Sex.FEMALE, A0Rule.COALE_DEMENY, GrevilleEnd.REPEATED_SLOPE)
                        .e0())
                .isCloseTo(78.97263, within(5e-6));
        assertThat(LifeTable.ofMx(ages, columns[2], Sex.MALE, A0Rule.COALE_DEMENY, GrevilleEnd.REPEATED_SLOPE)
                        .e0())
                .isCloseTo(74.4691514, within(5e-8));
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
