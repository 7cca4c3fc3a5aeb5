package org.kapok.report.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.table.OutputFile;

/**
 * The results of a run as one Excel workbook in one language.
 *
 * <p>Numbers are those of the run, unrounded; formats round what is shown. The same results give the same bytes. There are
 * no macros, and no text can become a formula.
 */
public final class Workbook {
    private final ScenarioRun run;
    private final Optional<EnsembleRun> ensemble;
    private final Titles titles;
    private final Words words;
    private final Map<String, String> contents = new LinkedHashMap<>();

    private Workbook(ScenarioRun run, Optional<EnsembleRun> ensemble, Locale language) {
        this.run = Objects.requireNonNull(run, "run");
        this.ensemble = ensemble;
        this.words = new Words(language);
        this.titles = new Titles(run.scenario(), words);
    }

    /** The workbook of a run: Chinese for Chinese, English for all other languages. */
    public static Workbook of(ScenarioRun run, Locale language) {
        return new Workbook(run, Optional.empty(), language);
    }

    /** The workbook of a run and of its futures, with their quantiles and the chances of targets. */
    public static Workbook of(ScenarioRun run, EnsembleRun ensemble, Locale language) {
        return new Workbook(run, Optional.of(ensemble), language);
    }

    /** Writes the file, in place of an earlier one; an earlier one stays as it was where this fails. */
    public void write(Path target) throws IOException {
        OutputFile.write(target, fresh -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                write(out);
            }
        });
    }

    private void write(OutputStream out) throws IOException {
        contents.clear();
        try (Book book = new Book(words.of("font"))) {
            Page summary = book.page(words.of("sheet.summary"));
            SummaryPage first = new SummaryPage(run, titles);
            Charts charts = new Charts(run, titles, book.font(), words.of("sheet.charts"));
            first.write(summary, charts);
            page(book, "charts", charts::write);
            addPeople(book);
            addServices(book);
            run.scorecard()
                    .ifPresent(scorecard -> page(book, "scorecard", new ScorecardPage(scorecard, titles)::write));
            ensemble.ifPresent(futures -> addFutures(book, futures));
            NotePages notes = new NotePages(run, titles);
            page(book, "assumptions", page -> notes.writeAssumptions(page, version()));
            page(book, "sources", notes::writeSources);
            first.writeContents(summary, contents);
            book.write(
                    out,
                    words.of(run.scenario().title()),
                    words.of("subject", words.of(run.scenario().place())),
                    version(),
                    run.projection().dates().get(0));
        }
    }

    private void addPeople(Book book) {
        PopulationPages people = new PopulationPages(run.projection(), titles);
        page(book, "areas", people::writeAreas);
        page(book, "population", people::writeFiveYears);
        if (people.hasSingleYears()) {
            page(book, "single_ages", people::writeSingleYears);
        }
        page(book, "components", people::writeComponents);
    }

    private void addServices(Book book) {
        if (run.demand().isPresent()) {
            ServicePages services = new ServicePages(run, titles);
            page(book, "services", services::writeDemand);
            if (run.gap().isPresent()) {
                page(book, "shortages", services::writeShortages);
                page(book, "gap", services::writeGap);
            }
        }
    }

    private void addFutures(Book book, EnsembleRun futures) {
        EnsemblePages pages = new EnsemblePages(futures, titles);
        page(book, "chances", pages::writeChances);
        page(book, "quantiles", pages::writeQuantiles);
        futures.services()
                .ifPresent(services ->
                        page(book, "service_quantiles", page -> pages.writeServiceQuantiles(page, services)));
    }

    private void page(Book book, String key, Consumer<Page> written) {
        String title = words.of("sheet." + key);
        written.accept(book.page(title));
        contents.put(title, words.of("contents." + key));
    }

    private static String version() {
        String version = Workbook.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
