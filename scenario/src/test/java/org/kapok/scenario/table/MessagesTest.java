package org.kapok.scenario.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);
    private static final Messages CHINESE = Messages.in(Locale.SIMPLIFIED_CHINESE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    got -1, expected 0 or more persons per year | 得到 -1，应不小于 0，单位：人/年
                    got an empty cell, expected a year | 单元格是空的，应为年份
                    got "got 1, expected 2", expected text | 得到 "got 1, expected 2"，应为文字
                    got "x", expected one of a, b; did you mean a? | 得到 "x"，应为以下之一：a, b；是否想用 a？
                    got an unknown key, expected one of a, b; did you mean a? | 不认识这个键，应为以下之一：a, b；是否想用 a？
                    Change more: got region X, expected one of [A, B] | 变化 more：得到地区 X，应为以下之一：[A, B]
                    Projection: got year 1990, expected a year of [2020] | 得到年份 1990，应为 [2020] 中的年份
                    Ensemble.draws: got 0, expected 1 or more | 抽样次数：得到 0，应不小于 1
                    nobody has said this before | nobody has said this before
                    """)
    void of_chinese_saysEveryPart(String english, String chinese) {
        assertThat(CHINESE.of(english)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Projection: got year 1990, expected 2020 | got year 1990, expected 2020
                    Picture.map: got scenario a, expected b | map: got scenario a, expected b
                    FertilityRates.withMeanAge: got 1, expected 2 | got 1, expected 2
                    ProjectionInputs.births, region A: got 1, expected 2 | births, region A: got 1, expected 2
                    Change a.factor: got 1, expected 2 | Change a.factor: got 1, expected 2
                    Target of births on 2030: got 1, expected 2 | Target of births on 2030: got 1, expected 2
                    """)
    void of_english_namesNoTypes(String message, String said) {
        assertThat(ENGLISH.of(message)).isEqualTo(said);
    }

    @Test
    void of_problem_saysWhereItIs() {
        List<InputProblem> problems = List.of(
                new InputProblem(
                        "p.csv", 3, "persons", "region R01, female, age 40", "got -1, expected 0 or more persons"),
                new InputProblem("s.json", 2, 14, "/changes/0", "", "got 5, expected an object"),
                new InputProblem("t.xlsx, sheet 人口", 12, "cell C12", "persons", "got \"a\", expected a finite number"),
                new InputProblem("t.xlsx, sheet 人口", 12, "row 12", "", "got 2 fields, expected 3 as in the header"),
                new InputProblem("out", 0, "", "", "no such folder"));

        assertThat(problems.stream().map(CHINESE::of))
                .containsExactly(
                        "p.csv 第 3 行，persons 列（地区 R01，女，年龄 40）：得到 -1，应不小于 0，单位：人",
                        "s.json 第 2 行第 14 个字符，/changes/0：得到 5，应为对象（花括号）",
                        "t.xlsx 工作表 人口，单元格 C12（人）：得到 \"a\"，应为有限的数",
                        "t.xlsx 工作表 人口，第 12 行：得到 2 个字段，应与表头一样为 3 个",
                        "out：没有这个文件夹");
        assertThat(problems.stream().map(ENGLISH::of))
                .containsExactlyElementsOf(
                        problems.stream().map(InputProblem::toString).toList());
    }

    @Test
    void of_manyProblems_theRestIsCounted() {
        InputDataException refused = new InputDataException(IntStream.rangeClosed(1, 53)
                .mapToObj(line -> new InputProblem("p.csv", line, "", "", "got a\u001b, expected b"))
                .toList());

        assertThat(CHINESE.of(refused).lines())
                .hasSize(51)
                .startsWith("p.csv 第 1 行：得到 a\uFFFD，应为 b")
                .endsWith("另有 3 处");
        assertThat(ENGLISH.of(refused)).isEqualTo(refused.getMessage());
    }
}
