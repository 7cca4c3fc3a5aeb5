package org.kapok.report.html;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.Vocabulary;

/** The page that a report is: its frame with style, scripts and data put in, and a policy that allows these alone. */
final class Page {
    private static final List<String> STYLES = List.of("screen.css", "parts.css", "print.css");
    static final List<String> SCRIPTS = List.of(
            "base.js",
            "data.js",
            "controls.js",
            "chart.js",
            "summary.js",
            "population.js",
            "pyramid.js",
            "map.js",
            "services.js",
            "shortages.js",
            "targets.js",
            "scorecard.js",
            "comparison.js",
            "methods.js",
            "main.js");

    private static final Pattern PART = Pattern.compile("@([a-z]+)@");

    private Page() {}

    static String of(Scenario scenario, String data, Optional<Locale> language) {
        String style = joined(STYLES);
        String charts = resource("echarts/echarts.min.js");
        String script = joined(SCRIPTS);
        Map<String, String> parts = Map.of(
                "language",
                language.map(Page::tag).orElse(""),
                "policy",
                policy(style, charts, script),
                "title",
                escaped(scenario.place().zh() + " " + scenario.place().en()) + " · Kapok",
                "headline",
                escaped(scenario.title().zh() + " / " + scenario.title().en()),
                "style",
                style,
                "charts",
                charts,
                "words",
                words(),
                "script",
                script,
                "data",
                data);
        return PART.matcher(resource("report.html"))
                .replaceAll(found -> Matcher.quoteReplacement(parts.get(found.group(1))));
    }

    private static String tag(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? "zh" : "en";
    }

    /** Nothing from anywhere, but these styles and scripts, and pictures that the page itself makes. */
    private static String policy(String style, String charts, String script) {
        return "default-src 'none'; script-src " + hash(charts) + " " + hash(script) + "; style-src " + hash(style)
                + "; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String joined(List<String> names) {
        return names.stream().map(Page::resource).collect(Collectors.joining());
    }

    /** The page's own words and those of the vocabulary, English and Chinese by key. */
    static String words() {
        ObjectNode words = Json.parse(resource("words.json"));
        Vocabulary.all().forEach((key, text) -> {
            if (words.has(key)) {
                throw new IllegalStateException("words.json: got " + key + ", which the vocabulary states");
            }
            words.putArray(key).add(text.en()).add(text.zh());
        });
        return Json.inScript(words);
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
