package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command says of wrong input, in both languages, and that it changes nothing. */
class WrongInputTest {
    @TempDir
    private Path folder;

    private Path city;

    @BeforeEach
    void start() {
        city = folder.resolve("city");
        run(0, "init", city.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    solve guangzhou | without "solve", expected one that says what is wanted ("targets") and what may change for it ("solve"), such as guangzhou-plan | 情景没有 "solve"，应为写明目标（"targets"）和可变动流量（"solve"）的情景，如 guangzhou-plan
                    solve country | got a scenario without "targets" | 情景没有 "targets"
                    picture guangzhou pyramd | Did you mean pyramid? | 。是否想用 pyramid？
                    picture guangzhou pyramid --area 999 | --area: got 999, expected one of central (Central districts), outer (Outer districts), 440103 (Liwan), | --area：得到 999，应为以下之一：central (中心四区), outer (外围七区), 440103 (荔湾区),
                    picture guangzhou pyramid --area 荔弯区 | ; did you mean 440103? | ；是否想用 440103？
                    picture guangzhou pyramid --year 1990 | --year: got 1990, expected one of 2020, | --year：得到 1990，应为以下之一：2020,
                    picture country fan --measure regstered | --measure: got regstered, expected one of resident, registered, births, deaths, net_migration; did you mean registered? | --measure：得到 regstered，应为以下之一：resident, registered, births, deaths, net_migration；是否想用 registered？
                    picture guangzhou components --measure registred | --measure: got registred, expected one of resident, registered, status:| --measure：得到 registred，应为以下之一：resident, registered, status:
                    picture guangzhou-plan trend --measure birth:resident | ; did you mean births:resident? | ；是否想用 births:resident？
                    picture guangzhou change --measure births:resident | --measure: got births:resident, expected one of resident, registered, | --measure：得到 births:resident，应为以下之一：resident, registered,
                    picture country map | map: got scenario country, expected one that says where its regions lie | 地图：得到情景 country，应为有地图的情景
                    scorecard guangzhou --region Liwn | ; did you mean 440103? | ；是否想用 440103？
                    impact guangzhou --region 1 --homes 10 --size 2 | --region: got 1, expected one of 440103 (Liwan) | --region：得到 1，应为以下之一：440103 (荔湾区)
                    ensemble country --draws 0 | --draws: got 0, expected a number from 1 to 10000000 | --draws：得到 0，应为 1 至 10000000 的数
                    run guangzhou --formats htm | expected one of csv, html, xlsx, duckdb, parquet. Did you mean html? | 应为以下之一：csv, html, xlsx, duckdb, parquet。是否想用 html？
                    evaluate . . --ages 3-x | --ages: got "3-x", expected ages such as 0-94 or 65+ | --ages：得到 "3-x"，应为年龄，如 0-94 或 65+
                    export none --duckdb a.duckdb | none: got no such folder, expected a result folder of kapok | none：没有这个文件夹，应为 kapok 的结果文件夹
                    """)
    void option_wrong_saysWhatThereIs(String line, String english, String chinese) {
        String[] arguments = line.split(" ");

        assertThat(run(2, arguments)).contains(english).doesNotContain("Exception");
        assertThat(inChinese(2, arguments)).contains(chinese).doesNotContain("expected");
    }

    @Test
    void picture_measureThatThereIsNot_isRefusedBeforeAnyDraw() {
        String said = run(2, "picture", "guangzhou", "fan", "--measure", "residents", "--verbose");

        assertThat(said).contains("read guangzhou").doesNotContain("draws").contains("did you mean resident?");
    }

    @Test
    void scenario_thatIsAFile_isSaidToBeOne() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(run(2, "validate", file.toString()))
                .startsWith(file + ": got a file, expected a scenario folder, its scenario.json, or one of the bundled"
                        + " scenarios guangzhou, ");
        assertThat(inChinese(2, "run", city.resolve("population.csv").toString()))
                .contains("：这是一个文件；应为情景文件夹、其中的 scenario.json，或内置情景 guangzhou");
    }

    @ParameterizedTest
    @CsvSource({
        "run CITY --out", "report CITY --out", "solve guangzhou-plan --out", "compare CITY CITY/low-fertility --out",
        "ensemble CITY --out", "picture CITY pyramid --out", "export CITY/out --duckdb", "export CITY/out --parquet",
        "site guangzhou --service kindergarten --budget 10 --out"
    })
    void target_underAFile_refusedBeforeAllElse(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
        String[] arguments = (line + " " + file.resolve("x.png"))
                .replace("CITY", city.toString())
                .split(" ");

        assertThat(run(2, arguments))
                .isEqualTo("kapok: wrong input\n" + file.resolve("x.png") + ": got a place under the file " + file
                        + ", expected one under a folder; nothing was changed\n");
        assertThat(inChinese(2, arguments)).contains("该位置在文件 " + file + " 之下，应在文件夹之下；未作任何改动");
        assertThat(file).hasContent("mine");
    }

    @Test
    void run_scenarioThatCannotBeProjected_targetIsToldFirst() throws IOException {
        Path table = city.resolve("migration.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("\n0,[^,]+,", "\n0,-1e9,"));
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(run(2, "run", city.toString())).contains("more people leave there than live there");
        assertThat(run(2, "run", city.toString(), "--out", file.toString()))
                .contains(": got a file, expected an earlier");
    }

    @Test
    void run_halfOfACharacterInATitle_isToldAndTheEarlierResultStays() throws IOException {
        Path out = folder.resolve("out");
        run(0, "run", city.toString(), "--formats", "csv", "--out", out.toString());
        String before = Files.readString(out.resolve("run.json"));
        Path scenario = city.resolve("scenario.json");
        Files.writeString(
                scenario, Files.readString(scenario).replaceFirst("\"title\": \\{\\s*\"en\": \"", "$0\\\\ud800"));

        assertThat(run(2, "run", city.toString(), "--out", out.toString()))
                .matches("(?s)kapok: wrong input\nscenario.json line \\d+, column \\d+, /title/en: got half of a"
                        + " character.*");
        assertThat(inChinese(2, "validate", city.toString())).contains("/title/en：得到半个字符");
        assertThat(out.resolve("run.json")).hasContent(before);
    }

    @Test
    void validate_numbersBeyondDoubleAndTooFewItems_areToldInPlace() throws IOException {
        Path services = city.resolve("services.json");
        Files.writeString(
                services, Files.readString(services).replaceFirst("\"model\": \"[a-z_]+\"", "\"model\": 1e400"));
        Path scenario = city.resolve("scenario.json");
        Files.writeString(
                scenario, Files.readString(scenario).replaceFirst("(?s)\"statuses\": \\[.*?\\]", "\"statuses\": []"));

        assertThat(run(2, "validate", city.toString()))
                .contains("/statuses: got no statuses, expected 1 or more")
                .contains("services.json line ")
                .contains("/norm/model: got 1e400, expected a number below 1.8e308");
        assertThat(inChinese(2, "validate", city.toString()))
                .contains("/statuses：没有身份，应至少有一种")
                .contains("/norm/model：得到 1e400，应为小于 1.8e308 的数");
    }

    private String run(int code, String... arguments) {
        StringWriter err = new StringWriter();
        int got = Kapok.execute(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
        assertThat(got).as(err.toString()).isEqualTo(code);
        return err.toString();
    }

    private String inChinese(int code, String... arguments) {
        String[] chinese = Arrays.copyOf(arguments, arguments.length + 2);
        chinese[arguments.length] = "--lang";
        chinese[arguments.length + 1] = "zh";
        return run(code, chinese);
    }
}
