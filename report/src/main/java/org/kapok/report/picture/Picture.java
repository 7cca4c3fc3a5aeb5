package org.kapok.report.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.ScenarioRun;
import org.kapok.scenario.table.Messages;
import org.kapok.scenario.table.OutputFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chart of results, to be written as PNG or SVG.
 *
 * <p>Areas are the ids of regions and groups, empty for the whole place; measures are those of {@link Measure}. A request
 * for what a run does not have is an {@link IllegalArgumentException} that says what it has.
 *
 * <p>Chinese is set in a font that the machine has, else in a small one that comes with the library. Where neither has
 * all characters, the picture is in English, with ids for names where English ones are missing too, and {@link #findings}
 * says so. The same results, language, size and fonts give the same bytes.
 */
public final class Picture {
    private static final Logger LOG = LoggerFactory.getLogger(Picture.class);

    private final Chart chart;
    private final UnaryOperator<Captions> edits;
    private final Locale locale;
    private final Form form;
    private final Optional<Set<String>> families;

    private Picture(
            Chart chart, UnaryOperator<Captions> edits, Locale locale, Form form, Optional<Set<String>> families) {
        this.chart = chart;
        this.edits = edits;
        this.locale = locale;
        this.form = form;
        this.families = families;
    }

    private static Picture of(Chart chart) {
        return new Picture(chart, UnaryOperator.identity(), Locale.ENGLISH, new Form(960, 640, 2), Optional.empty());
    }

    /**
     * How large a picture is.
     *
     * @param width in units of 1/96 inch
     * @param height in units
     * @param density pixels per unit of a PNG
     */
    private record Form(int width, int height, double density) {
        private static final int LEAST_WIDTH = 600;
        private static final int LEAST_HEIGHT = 400;
        private static final int MOST = 5000;

        Form {
            if (width < LEAST_WIDTH || width > MOST || height < LEAST_HEIGHT || height > MOST) {
                throw new IllegalArgumentException("Picture.size: got " + width + " x " + height + ", expected "
                        + LEAST_WIDTH + " x " + LEAST_HEIGHT + " to " + MOST + " x " + MOST);
            }
            if (!(density >= 0.5 && density <= 8)) {
                throw new IllegalArgumentException("Picture.density: got " + density + ", expected 0.5 to 8");
            }
        }
    }

    /** Residents of the whole place by age, sex and status at the reference date of a year. */
    public static Picture pyramid(ScenarioRun run, int year) {
        return pyramid(run, year, "");
    }

    /** Residents of an area by age, sex and status at the reference date of a year, beside those of the base year. */
    public static Picture pyramid(ScenarioRun run, int year, String area) {
        run.projection().in(year); // refuses other years
        return of(new Pyramid(run, year, Asked.known(run.projection().space(), area)));
    }

    /** Residents and registered people of the whole place through the years, and the targets for them. */
    public static Picture trend(ScenarioRun run) {
        return of(Lines.of(
                run,
                List.of(
                        Asked.of(run.projection(), Measure.RESIDENT, ""),
                        Asked.of(run.projection(), Measure.REGISTERED, ""))));
    }

    /** A measure through the years, a line for each of up to 24 areas, or one for the whole place. */
    public static Picture trend(ScenarioRun run, String measure, String... areas) {
        List<String> wanted = areas.length == 0 ? List.of("") : Arrays.asList(areas);
        return of(Lines.of(
                run,
                wanted.stream()
                        .map(area -> Asked.of(run.projection(), measure, area))
                        .toList()));
    }

    /** Residents of the whole place through the years, a line for each scenario. */
    public static Picture trend(List<Comparison> comparisons) {
        return trend(comparisons, Measure.RESIDENT, "");
    }

    /** A measure of an area through the years, a line for each scenario. */
    public static Picture trend(List<Comparison> comparisons, String measure, String area) {
        return of(Lines.of(comparisons, measure, area));
    }

    /** How far residents of the whole place spread over the futures of a scenario. */
    public static Picture fan(EnsembleRun run) {
        return fan(run, Measure.RESIDENT, "", AgeBand.all());
    }

    /**
     * How far a measure spreads over the futures of a scenario.
     *
     * @param measure one of {@link EnsembleRun#measured}, as are the area and the ages
     */
    public static Picture fan(EnsembleRun run, String measure, String area, AgeBand ages) {
        return of(Fan.of(run, measure, area, ages));
    }

    /** How far the demand for a service in the whole place spreads over the futures of a scenario, beside its supply. */
    public static Picture fanOfDemand(EnsembleRun run, String service, DemandPath path) {
        return fanOfDemand(run, service, path, "");
    }

    /**
     * How far the demand for a service spreads over the futures of a scenario, beside its supply.
     *
     * @param area the id of a region, where the ensemble was asked to tell of them; empty for the whole place
     */
    public static Picture fanOfDemand(EnsembleRun run, String service, DemandPath path, String area) {
        return of(Fan.ofService(run, new Demand.Of(service, path), area));
    }

    /** Births, deaths and net migration of residents of the whole place by year. */
    public static Picture components(ScenarioRun run) {
        return components(run, Measure.RESIDENT, "");
    }

    /** Births, deaths and net migration of residents of an area by year. */
    public static Picture components(ScenarioRun run, String area) {
        return components(run, Measure.RESIDENT, area);
    }

    /**
     * Births, deaths and net migration of an area by year.
     *
     * @param people whose: {@code resident}, {@code registered} or {@code status:ID}
     */
    public static Picture components(ScenarioRun run, String people, String area) {
        for (String kind : Components.KINDS) {
            Asked.of(run.projection(), kind + ":" + people, area); // refuses what there is not
        }
        return of(new Components(run, people, area));
    }

    /** Residents by region at the reference date of a year, on the map that the scenario names. */
    public static Picture map(ScenarioRun run, int year) {
        return map(run, Measure.RESIDENT, year);
    }

    /** A measure by region: people at the reference date of a year, or a flow over it. */
    public static Picture map(ScenarioRun run, String measure, int year) {
        return of(MapValues.of(run, measure, year).onMap());
    }

    /** The share of an age band among residents by region, at the reference date of a year. */
    public static Picture mapOfShare(ScenarioRun run, AgeBand ages, int year) {
        return of(MapValues.share(run, ages, year).onMap());
    }

    /** How much a measure of people changes by region, in percent, from the base date to the reference date of a year. */
    public static Picture mapOfChange(ScenarioRun run, String measure, int year) {
        return of(MapValues.change(run, measure, year).onMap());
    }

    /** What is missing of each service by the norm, year by year, in the whole place. */
    public static Picture shortages(ScenarioRun run) {
        return shortages(run, DemandPath.NORM);
    }

    /** What is missing of each service, year by year, in the whole place. */
    public static Picture shortages(ScenarioRun run, DemandPath path) {
        return of(HeatMap.ofServices(run, path));
    }

    /** What is missing of one service in each region, year by year; its supply has to be by region. */
    public static Picture shortages(ScenarioRun run, String service, DemandPath path) {
        return of(HeatMap.ofRegions(run, service, path));
    }

    /** The same in a language: Chinese for Chinese locales, English for all others, which it is in at first. */
    public Picture in(Locale other) {
        return new Picture(chart, edits, other, form, families);
    }

    /**
     * The same in another size, at first 960 x 640.
     *
     * @param width in units of 1/96 inch, 600 to 5000; text keeps its size
     * @param height in the same, 400 to 5000
     */
    public Picture size(int width, int height) {
        return new Picture(chart, edits, locale, new Form(width, height, form.density), families);
    }

    /** The same with so many pixels per unit in PNG, 0.5 to 8; at first 2, which is 192 a printed inch. */
    public Picture density(double pixels) {
        return new Picture(chart, edits, locale, new Form(form.width, form.height, pixels), families);
    }

    /** The same under another title. */
    public Picture title(String title) {
        return edited(captions -> captions.withTitle(title));
    }

    /** The same with more said at its foot, such as a source. */
    public Picture note(String note) {
        return edited(captions -> captions.withNote(captions.note() + " " + note));
    }

    private Picture edited(UnaryOperator<Captions> edit) {
        return new Picture(chart, captions -> edit.apply(edits.apply(captions)), locale, form, families);
    }

    /** The same on a machine that has these font families alone. */
    Picture withFamilies(Set<String> only) {
        return new Picture(chart, edits, locale, form, Optional.of(only));
    }

    /** What of the request could not be met for want of a font; most often nothing. */
    public List<String> findings() {
        return lay().findings();
    }

    /** The picture as the bytes of a PNG file. */
    public byte[] toPng() {
        return PngForm.of(told().drawing(), form.density());
    }

    /** The picture as the text of an SVG file. */
    public String toSvg() {
        return SvgForm.of(told().drawing());
    }

    /** Writes the picture as PNG, in place of an earlier file. */
    public void writePng(Path file) throws IOException {
        OutputFile.write(file, fresh -> Files.write(fresh, toPng()));
    }

    /** Writes the picture as SVG, in place of an earlier file. */
    public void writeSvg(Path file) throws IOException {
        OutputFile.write(file, fresh -> Files.writeString(fresh, toSvg()));
    }

    private Laid told() {
        Laid laid = lay();
        laid.findings().forEach(LOG::warn);
        return laid;
    }

    /** A layout and what could not be as asked. */
    record Laid(Drawing drawing, List<String> findings) {}

    /** Lays the picture out in the first words that a font has all characters of. */
    Laid lay() {
        Set<String> installed = families.orElseGet(Typeface::installed);
        StringBuilder lacking = new StringBuilder();
        for (Words words : List.of(Words.of(locale), Words.of(Locale.ENGLISH), Words.plain())) {
            String text = draw(words, Typeface.ofLibrary()).text();
            Optional<Typeface> typeface = Typeface.covering(text, installed);
            if (typeface.isPresent()) {
                return new Laid(draw(words, typeface.get()), findings(lacking));
            }
            lacking.append(text);
        }
        return new Laid(draw(Words.plain(), Typeface.ofLibrary()), findings(lacking));
    }

    /** What to say of text that no font has all of, in the language of the picture. */
    private List<String> findings(CharSequence lacking) {
        return lacking.isEmpty()
                ? List.of()
                : List.of(Messages.in(locale).of(Typeface.ofLibrary().lack(lacking.toString())));
    }

    private Drawing draw(Words words, Typeface typeface) {
        Captions captions = edits.apply(chart.captions(words));
        return Sheet.draw(chart, captions, new Sheet.Page(form.width(), form.height(), words, typeface));
    }
}
