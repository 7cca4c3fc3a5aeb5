package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kapok.core.CellSpace;
import org.kapok.projection.Projection;
import org.kapok.report.workbook.Styles.Look;
import org.kapok.report.workbook.Table.Columns;
import org.kapok.scenario.Assumption;
import org.kapok.scenario.CatalogueEntry;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** What the results rest on: assumptions, how they were computed, sources, files. */
final class NotePages {
    private static final int BROAD = 80; // characters

    private final Scenario scenario;
    private final Projection projection;
    private final Titles titles;
    private final Words words;

    NotePages(ScenarioRun run, Titles titles) {
        this.scenario = run.scenario();
        this.projection = run.projection();
        this.titles = titles;
        this.words = titles.words();
    }

    void writeAssumptions(Page page, String version) {
        page.widen(1, BROAD);
        page.line(words.of("sheet.assumptions"), Look.TITLE);
        page.line(words.of("note.assumptions"), Look.NOTE);
        page.line(words.of("section.settings"), Look.SECTION);
        page.place(new Table(
                "Settings",
                new Columns(words)
                        .text("setting")
                        .add(Format.LONG_TEXT, "content")
                        .list(),
                settings(version),
                0,
                ""));
        page.skip(1);
        page.line(words.of("section.assumptions"), Look.SECTION);
        List<List<Object>> rows = new ArrayList<>();
        for (Assumption assumption : scenario.assumptions()) {
            rows.add(List.of(assumption.id(), words.of(assumption.text())));
        }
        page.place(new Table(
                "Assumptions",
                new Columns(words)
                        .text("id")
                        .add(Format.LONG_TEXT, "assumption")
                        .list(),
                rows,
                0,
                ""));
    }

    private List<List<Object>> settings(String version) {
        CellSpace space = projection.space();
        List<List<Object>> rows = new ArrayList<>();
        add(rows, "scenario", words.of(scenario.title()) + " (" + scenario.id() + ")");
        add(rows, "place", words.of(scenario.place()));
        add(rows, "base_date", projection.dates().get(0).toString());
        add(
                rows,
                "last_date",
                projection.dates().get(projection.dates().size() - 1).toString());
        add(rows, "convention", projection.inputs().convention().id());
        add(
                rows,
                "ages",
                words.of(
                        "ages_of",
                        Integer.toString(space.ages().uniformWidth()),
                        Integer.toString(space.ages().start(space.ages().open()))));
        add(
                rows,
                "statuses",
                space.statuses().stream()
                        .map(status -> words.of(
                                "status_counts",
                                titles.of("status", status.id()),
                                words.of(status.resident() ? "yes" : "no"),
                                words.of(status.registered() ? "yes" : "no")))
                        .collect(Collectors.joining("; ")));
        add(rows, "accounts", String.format(Locale.ROOT, "%.0e", projection.accounts()));
        add(rows, "withheld", Integer.toString(projection.withheld().size()));
        add(rows, "version", version);
        return rows;
    }

    private void add(List<List<Object>> rows, String key, String content) {
        rows.add(List.of(words.of("setting." + key), content));
    }

    void writeSources(Page page) {
        page.widen(1, BROAD);
        page.line(words.of("sheet.sources"), Look.TITLE);
        page.line(words.of("note.sources"), Look.NOTE);
        List<List<Object>> sources = sources();
        if (!sources.isEmpty()) {
            page.line(words.of("section.sources"), Look.SECTION);
            Columns columns = new Columns(words).text("source").add(Format.LONG_TEXT, "citation");
            page.place(new Table("Sources", columns.list(), sources, 0, ""));
            page.skip(1);
        }
        if (!scenario.targets().isEmpty()) {
            page.line(words.of("section.targets"), Look.SECTION);
            List<List<Object>> rows = new ArrayList<>();
            scenario.targets()
                    .forEach(target -> rows.add(
                            List.of(titles.target(target), titles.of("source", target.source()), target.date())));
            Columns columns = new Columns(words)
                    .text("target")
                    .add(Format.LONG_TEXT, "source")
                    .add(Format.DATE, "date");
            page.place(new Table("TargetSources", columns.list(), rows, 0, ""));
            page.skip(1);
        }
        if (!scenario.provisioning().catalogue().isEmpty()) {
            page.line(words.of("section.catalogue"), Look.SECTION);
            Columns columns = new Columns(words)
                    .text("service")
                    .add(Format.LONG_TEXT, "source")
                    .text("path", "model");
            page.place(new Table("Catalogue", columns.list(), catalogue(), 0, ""));
            page.skip(1);
        }
        page.line(words.of("section.files"), Look.SECTION);
        List<List<Object>> files = new ArrayList<>();
        scenario.files().forEach((file, hash) -> files.add(List.of(file, hash)));
        Columns columns = new Columns(words).text("file").add(Format.LONG_TEXT, "hash");
        page.place(new Table("Files", columns.list(), files, 0, ""));
    }

    private List<List<Object>> sources() {
        String kind = "source/";
        List<List<Object>> rows = new ArrayList<>();
        for (String key : new TreeSet<>(scenario.titles().keySet())) {
            if (key.startsWith(kind)) {
                String id = key.substring(kind.length());
                rows.add(List.of(id, titles.of("source", id)));
            }
        }
        return rows;
    }

    private List<List<Object>> catalogue() {
        List<List<Object>> rows = new ArrayList<>();
        for (CatalogueEntry entry : scenario.provisioning().catalogue()) {
            rows.add(List.of(
                    titles.of("service", entry.service()),
                    entry.source().isEmpty() ? "" : titles.of("source", entry.source()),
                    words.of("path." + entry.path().label()),
                    words.of("model." + entry.model())));
        }
        return rows;
    }
}
