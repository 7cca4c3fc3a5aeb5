package org.kapok.core.mortality;

import static org.kapok.core.mortality.GoldenCases.assertClose;
import static org.kapok.core.mortality.GoldenCases.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;

/** Life tables against those of other programs; docs/differences.md says where and why they differ. */
class LifeTableGoldenTest {
    @Test
    void ofMx_againstMortCast_agreesInEveryColumn() throws IOException {
        for (JsonNode golden : GoldenCases.read("mortcast_life_table.json", "")) {
            String id = golden.get("id").asText();
            Sex sex = id.contains("female") ? Sex.FEMALE : Sex.MALE;
            A0Rule rule = id.contains("_cd_") ? A0Rule.COALE_DEMENY : A0Rule.ANDREEV_KINGKADE;
            double[] mx = numbers(golden.get("input").get("mx"));
            AgeGroups ages = id.contains("abridged") ? AgeGroups.abridged(100) : AgeGroups.singleYears(99);

            LifeTable table = LifeTable.ofMx(ages, mx, sex, rule);

            JsonNode output = golden.get("output");
            int closed = ages.open();
            compare(id, "ax", table::ax, output.get("ax"), closed, 1e-12);
            compare(id, "qx", table::qx, output.get("qx"), closed, 1e-12);
            compare(id, "lx", table::lx, output.get("lx"), closed + 1, 1e-12);
            compare(id, "Lx", table::Lx, output.get("Lx"), closed, 1e-12);
            compare(id, "Tx", table::Tx, output.get("Tx"), closed + 1, 1e-10);
            compare(id, "ex", table::ex, output.get("ex"), closed + 1, 1e-10);
            double[] s = table.survivalRatios();
            assertClose(id + " sx", s, numbers(output.get("sx")), 0, s.length, 1e-12);
        }
    }

    @Test
    void ofMxAx_withTheAxOfDemoTools_agreesInEveryColumn() throws IOException {
        for (JsonNode golden : GoldenCases.read("demotools_lt_abridged.json", "")) {
            JsonNode output = golden.get("output");
            double[] ax = numbers(output.get("nAx"));
            double[] mx = numbers(output.get("nMx"));
            int open = mx.length - 1;
            mx[open] = 1 / ax[open];
            AgeGroups ages = AgeGroups.abridged(output.get("Age").get(open).asInt());

            LifeTable table = LifeTable.ofMxAx(ages, mx, ax);

            String id = golden.get("id").asText();
            compare(id, "qx", table::qx, output.get("nqx"), open + 1, 1e-12);
            compare(id, "lx", age -> 1e5 * table.lx(age), output.get("lx"), open + 1, 1e-7);
            if (!id.equals("NGA_2020_f_pas_ak")) { // constant hazard at 90-94
                compare(id, "Lx", age -> 1e5 * table.Lx(age), output.get("nLx"), open + 1, 1e-7);
                compare(id, "ex", table::ex, output.get("ex"), open + 1, 1e-10);
            }
        }
    }

    @Test
    void ofMx_againstDemoTools_hasTheSameGrevilleAx() throws IOException {
        for (JsonNode golden : GoldenCases.read("demotools_lt_abridged.json", "_un_")) {
            JsonNode input = golden.get("input");
            Sex sex = input.get("Sex").asText().equals("m") ? Sex.MALE : Sex.FEMALE;
            boolean coaleDemeny = input.get("a0rule").asText().equals("cd");
            A0Rule rule = coaleDemeny ? A0Rule.COALE_DEMENY_WEST : A0Rule.ANDREEV_KINGKADE;
            double[] mx = numbers(input.get("nMx"));
            AgeGroups ages = AgeGroups.abridged(5 * (mx.length - 2));

            LifeTable table = LifeTable.ofMx(ages, mx, sex, rule);

            String id = golden.get("id").asText();
            double[] expected = numbers(golden.get("output").get("nAx"));
            double[] ax = columnOf(table::ax, mx.length);
            assertClose(id + " a0", ax, expected, 0, 1, 1e-12);
            assertClose(id + " 4a1", ax, expected, 1, 2, coaleDemeny ? 4e-4 : 2e-3);
            int to = ages.indexOf(15);
            while (to < ages.open() - 1 && mx[to] < 0.3) {
                to++;
            }
            assertClose(id + " Greville", ax, expected, ages.indexOf(15), to, 1e-12);
        }
    }

    /** All of {@code mod} at 5-14 and of {@code pas} from 5 on to 1e-12; above, {@code mod} is the case before. */
    @Test
    void ofMx_otherGroupAx_agreesWithDemoTools() {
        for (GroupAx groupAx : new GroupAx[] {GroupAx.GREVILLE_FROM_5, GroupAx.MIDDLE}) {
            boolean middle = groupAx == GroupAx.MIDDLE;
            for (JsonNode golden : GoldenCases.read("demotools_lt_abridged.json", middle ? "_pas_" : "_mod")) {
                JsonNode input = golden.get("input");
                Sex sex = input.get("Sex").asText().equals("m") ? Sex.MALE : Sex.FEMALE;
                double[] mx = numbers(input.get("nMx"));
                AgeGroups ages = AgeGroups.abridged(5 * (mx.length - 2));

                LifeTable table = LifeTable.ofMx(ages, mx, sex, A0Rule.ANDREEV_KINGKADE, groupAx);

                String id = golden.get("id").asText();
                JsonNode output = golden.get("output");
                int to = middle ? ages.open() : ages.indexOf(15);
                double[] qx = columnOf(table::qx, to);
                double[] ax = columnOf(table::ax, to);
                assertClose(id + " q", qx, numbers(output.get("nqx")), ages.indexOf(5), to, 1e-12);
                int toAx = id.equals("NGA_2020_f_pas_ak") ? ages.indexOf(90) : to; // constant hazard at 90-94
                assertClose(id + " a", ax, numbers(output.get("nAx")), ages.indexOf(5), toAx, 1e-12);
                assertClose(id + " a0", ax, numbers(output.get("nAx")), 0, 1, 1e-12);
                assertClose(id + " 4a1", ax, numbers(output.get("nAx")), 1, 2, 2e-3);
            }
        }
    }

    @Test
    void ofMx_singleYearsExtendedByKannisto_comesCloseToDemoTools() throws IOException {
        for (JsonNode golden : GoldenCases.read("demotools_lt_single.json", "_ak")) {
            JsonNode input = golden.get("input");
            double[] mx = new KannistoExtension(80, 99).extend(numbers(input.get("nMx")), 130);
            String sex = input.get("Sex").asText();
            AgeGroups ages = AgeGroups.singleYears(130);

            LifeTable full = sex.equals("b")
                    ? LifeTable.ofMxBothSexes(ages, mx, 1.05, A0Rule.ANDREEV_KINGKADE)
                    : LifeTable.ofMx(ages, mx, sex.equals("m") ? Sex.MALE : Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);
            LifeTable table = full.withOpenAge(100);

            String id = golden.get("id").asText();
            JsonNode output = golden.get("output");
            compare(id, "ax", table::ax, output.get("nAx"), 98, 1e-12);
            compare(id, "qx", table::qx, output.get("nqx"), 98, 1e-12);
            compare(id, "lx", age -> 1e5 * table.lx(age), output.get("lx"), 98, 1e-7);
            compare(id, "ex", table::ex, output.get("ex"), 98, 0.04);
            compare(id, "e0", table::ex, output.get("ex"), 1, 2e-3);
            assertClose(id + " Sx", table.survivalRatios(), numbers(output.get("Sx")), 0, 98, 1e-12);
        }
    }

    @Test
    void joinedTo_abridgedAges_agreesWithDemoTools() {
        JsonNode golden =
                GoldenCases.read("demotools_lt_single.json", "single2abridged").get(0);
        double[] lx = numbers(golden.get("input").get("lx"));
        double[] years = numbers(golden.get("input").get("nLx"));
        double[] mx = new double[lx.length];
        double[] ax = new double[lx.length];
        for (int age = 0; age < 100; age++) {
            mx[age] = (lx[age] - lx[age + 1]) / years[age];
            ax[age] = (years[age] - lx[age + 1]) / (lx[age] - lx[age + 1]);
        }
        mx[100] = lx[100] / years[100];
        ax[100] = 1 / mx[100];

        LifeTable table = LifeTable.ofMxAx(AgeGroups.singleYears(100), mx, ax).joinedTo(AgeGroups.abridged(100));

        JsonNode output = golden.get("output");
        compare("MEX", "mx", table::mx, output.get("nMx"), 22, 1e-12);
        compare("MEX", "ax", table::ax, output.get("nAx"), 22, 1e-9);
        compare("MEX", "qx", table::qx, output.get("nqx"), 22, 1e-12);
        compare("MEX", "lx", age -> 1e5 * table.lx(age), output.get("lx"), 22, 1e-7);
        compare("MEX", "Lx", age -> 1e5 * table.Lx(age), output.get("nLx"), 22, 1e-7);
        compare("MEX", "ex", table::ex, output.get("ex"), 22, 1e-10);
        assertClose("MEX Sx", table.survivalRatios(), numbers(output.get("Sx")), 0, 21, 1e-12);
    }

    @Test
    void extend_againstMortCast_agrees() throws IOException {
        for (JsonNode golden : GoldenCases.read("mortcast_kannisto.json", "")) {
            String id = golden.get("id").asText();
            JsonNode input = golden.get("input");
            KannistoExtension law = new KannistoExtension(id.endsWith("90") ? 90 : 80, 99);
            JsonNode output = golden.get("output");

            double[] female = numbers(input.get("mxF"));
            if (input.has("mxM")) {
                double[][] both = law.extendTogether(130, numbers(input.get("mxM")), female);
                assertClose(id + " male", both[0], numbers(output.get("male")), 0, 131, 1e-12);
                assertClose(id + " female", both[1], numbers(output.get("female")), 0, 131, 1e-12);
            } else {
                assertClose(id, law.extend(female, 130), numbers(output.get("female")), 0, 131, 1e-12);
            }
        }
    }

    @Test
    void graduate_againstDemoTools_comesClose() throws IOException {
        JsonNode golden =
                GoldenCases.read("demotools_lt_single.json", "abridged2single").get(0);
        double[] mx = numbers(golden.get("input").get("nMx"));
        LifeTable abridged = LifeTable.ofMx(AgeGroups.abridged(100), mx, Sex.FEMALE, A0Rule.ANDREEV_KINGKADE);

        LifeTable single = new AbridgedGraduation(new KannistoExtension(80, 99)).graduate(abridged, 100);

        JsonNode output = golden.get("output");
        compare("KAZ", "lx", age -> 1e5 * single.lx(age), output.get("lx"), 90, 120);
        compare("KAZ", "ex", single::ex, output.get("ex"), 90, 0.03);
    }

    private static void compare(
            String id, String column, IntToDoubleFunction actual, JsonNode expected, int to, double tolerance) {
        assertClose(id + " " + column, columnOf(actual, to), numbers(expected), 0, to, tolerance);
    }

    private static double[] columnOf(IntToDoubleFunction column, int count) {
        double[] values = new double[count];
        Arrays.setAll(values, column);
        return values;
    }
}
