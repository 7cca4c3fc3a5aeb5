package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours, language and progress: what depends on where the command prints to and on the environment. */
class TerminalTest {
    @ParameterizedTest
    @CsvSource({"true, xterm, '', true", "false, xterm, '', false", "true, xterm, 1, false", "true, dumb, '', false"})
    void colours_areForTerminalsThatWantThem(boolean terminal, String term, String noColor, boolean coloured) {
        Terminal found = Terminal.ofProcess(Map.of("TERM", term, "NO_COLOR", noColor));
        Terminal seen = new Terminal(terminal, terminal, found.colours(), found.columns(), found.called());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        PrintWriter out = seen.answers(bytes);
        out.println(Style.BAD.of("短缺") + "\u001b[K" + Style.STRONG.of("x"));

        String said = bytes.toString(StandardCharsets.UTF_8).strip();
        assertThat(said).isEqualTo(coloured ? "\u001b[31m短缺\u001b[0m\u001b[K\u001b[1mx\u001b[0m" : "短缺\u001b[Kx");
    }

    @ParameterizedTest
    @CsvSource({
        "run x --lang zh, '', '', en, zh",
        "--lang=zh run x, '', '', en, zh",
        "run x, zh, en_US.UTF-8, en, zh",
        "run x, '', zh_CN.UTF-8, en, zh",
        "run x, en, zh_CN.UTF-8, zh, en",
        "run x, '', C.UTF-8, zh, zh",
        "run x, '', de_DE.UTF-8, zh, en",
        "run x, '', '', fr, en",
        "run x --lang, zh, '', en, zh",
        "run zh, '', '', en, en"
    })
    void language_isThatOfTheOptionThenOfTheEnvironment(
            String line, String kapokLang, String lang, String system, Language spoken) {
        Map<String, String> environment = Map.of("KAPOK_LANG", kapokLang, "LANG", lang);

        assertThat(Language.of(List.of(line.split(" ")), environment, Locale.forLanguageTag(system)))
                .isEqualTo(spoken);
    }

    @Test
    void progress_onATerminal_isABarThatIsWrittenOver_elsewhereSilentForTenSeconds() throws InterruptedException {
        Words words = new Words(Locale.ENGLISH);
        StringWriter bar = new StringWriter();
        StringWriter plain = new StringWriter();
        ProgressLine onTerminal = new ProgressLine(new PrintWriter(new StyledWriter(bar), true), words, true);
        ProgressLine elsewhere = new ProgressLine(new PrintWriter(plain, true), words, false);

        for (ProgressLine line : List.of(onTerminal, elsewhere)) {
            line.drawn(0, 1000);
        }
        Thread.sleep(1100);
        for (ProgressLine line : List.of(onTerminal, elsewhere)) {
            line.drawn(500, 1000);
            line.end();
        }

        assertThat(bar.toString())
                .matches("\\r\\[#{15}-{15}\\]  50% 500 of 1,000 draws, [12] s left\u001b\\[K\\r\u001b\\[K");
        assertThat(plain.toString()).matches("(500 of 1,000 draws, [12] s left\\R)?");
    }

    @ParameterizedTest
    @CsvSource({"true, 40", "true, 60", "false, 40"})
    void complaints_areFoldedToATerminalAndNowhereElse(boolean terminal, int columns) {
        Terminal seen = new Terminal(!terminal, terminal, false, columns, "kapok");
        ByteArrayOutputStream english = new ByteArrayOutputStream();
        ByteArrayOutputStream chinese = new ByteArrayOutputStream();

        Kapok.line(Language.en, seen, new PrintWriter(new StringWriter()), seen.complaints(english))
                .execute("run", "guangzou");
        Kapok.line(Language.zh, seen, new PrintWriter(new StringWriter()), seen.complaints(chinese))
                .execute("run", "guangzou");

        for (ByteArrayOutputStream bytes : List.of(english, chinese)) {
            String said = bytes.toString(StandardCharsets.UTF_8);
            assertThat(said.lines().count() > 1).as(said).isEqualTo(terminal);
            assertThat(said.lines().allMatch(line -> TextTable.width(line) <= columns))
                    .as(said)
                    .isEqualTo(terminal);
        }
    }

    @Test
    void progress_onANarrowTerminal_hasNoBar() throws InterruptedException {
        StringWriter shown = new StringWriter();
        ProgressLine line = new ProgressLine(new Screen(new StyledWriter(shown), 40), new Words(Locale.ENGLISH), true);
        line.drawn(0, 1000);
        Thread.sleep(1100);
        line.drawn(500, 1000);

        assertThat(shown.toString()).startsWith("\r500 of 1,000 draws, ");
    }

    @Test
    void progress_ofARunThatBrokeOff_tellsWhereItGoesOn() {
        StringWriter english = new StringWriter();
        StringWriter chinese = new StringWriter();

        new ProgressLine(new PrintWriter(english), new Words(Locale.ENGLISH), false).goesOn(1383, 2000);
        new ProgressLine(new PrintWriter(chinese), new Words(Locale.CHINESE), true).goesOn(1383, 2000);

        assertThat(english.toString().strip()).isEqualTo("An earlier run broke off: goes on at draw 1,384 of 2,000.");
        assertThat(chinese.toString().strip()).isEqualTo("前次运行中断：从第 1,384 次抽样继续，共 2,000 次。");
    }

    @Test
    void paragraph_ofEitherLanguage_isBrokenWhereItMayBe() {
        assertThat(Paragraph.lines("people who come less people who leave", 16))
                .containsExactly("people who come", "less people who", "leave");
        assertThat(Paragraph.lines("住在某地的人，不论户口。", 12))
                .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(12));
        assertThat(String.join("", Paragraph.lines("住在某地的人，不论户口。", 12))).isEqualTo("住在某地的人，不论户口。");
    }
}
