package org.kapok.scenario.wpp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.kapok.core.Cube;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;
import org.kapok.scenario.table.OutputFolder;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.TableWriter;

/**
 * Writes a country of the World Population Prospects as a scenario: the medium variant, with each variant of fertility
 * as a folder inside that extends it and holds the populations published for it in {@code expected/population.csv}.
 */
public final class WppImport {
    private static final String SCENARIO = "scenario.json";
    private static final String MEDIUM = "medium";

    private final String iso3;
    private final Country country;
    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private WppImport(String iso3, Country country) {
        this.iso3 = iso3;
        this.country = country;
    }

    /**
     * Reads a country.
     *
     * @param folder the folder of the pack, with files such as {@code MEX_base_population.csv}
     * @param iso3 the country's code of three letters, as in the names of the files
     * @throws InputDataException with everything that is wrong with its files
     */
    public static WppImport read(Path folder, String iso3) {
        Problems problems = new Problems(folder);
        PackTables pack = new PackTables(folder, iso3, problems);
        if (pack.has("period")) {
            return new WppImport(iso3, FiveYearPack.read(pack));
        }
        if (pack.has("annual")) {
            return new WppImport(iso3, SingleYearPack.read(pack, !pack.has("expected_population")));
        }
        String message = "got neither " + pack.file("annual").getFileName() + " nor "
                + pack.file("period").getFileName() + " in it, expected one, as in World Population Prospects 2024 or"
                + " 2019";
        throw new InputDataException(List.of(new InputProblem(folder.toString(), 0, "", "", message)));
    }

    /** The variants of fertility. */
    public List<String> variants() {
        return List.copyOf(country.variants().keySet());
    }

    /** Writes the scenario into a new or empty folder, or in place of an earlier scenario. */
    public void writeTo(Path folder) throws IOException {
        OutputFolder.write(folder, SCENARIO, this::write);
    }

    private void write(Path folder) throws IOException {
        TableWriter.write(
                folder.resolve("regions.csv"),
                List.of("id", "title_en", "title_zh"),
                List.of(List.of(iso3, name(Locale.ENGLISH), name(Locale.CHINESE))));
        for (Map.Entry<Country.Table, Cube> table : country.tables().entrySet()) {
            TableWriter.write(folder.resolve(table.getKey().file), Map.of(table.getKey().column, table.getValue()));
        }
        ResourceBundle en = texts(Locale.ENGLISH);
        ResourceBundle zh = texts(Locale.CHINESE);
        TableWriter.write(
                folder.resolve("assumptions.csv"),
                List.of("id", "en", "zh"),
                country.assumptions().stream()
                        .map(id -> List.of(id, en.getString(id), zh.getString(id)))
                        .toList());
        TableWriter.write(
                folder.resolve("sources.csv"),
                List.of("id", "citation"),
                List.of(List.of(
                        "un",
                        "United Nations, Department of Economic and Social Affairs, Population Division, "
                                + source(Locale.ENGLISH) + ". CC BY 3.0 IGO.")));
        json.writeValue(folder.resolve(SCENARIO).toFile(), scenario());
        for (String variant : country.variants().keySet()) {
            writeVariant(folder.resolve(variant), variant);
        }
    }

    private void writeVariant(Path folder, String variant) throws IOException {
        Files.createDirectories(folder.resolve("expected"));
        ObjectNode root = json.createObjectNode();
        root.put("format", ScenarioFolder.FORMAT);
        root.put("extends", "..");
        identify(root, variant);
        if (!variant.equals(MEDIUM)) {
            ArrayNode factors = root.putObject("fertility").putArray("asfr");
            factors.add(Country.Table.ASFR.file).add("fertility_factor.csv");
            TableWriter.write(
                    folder.resolve("fertility_factor.csv"),
                    Map.of("factor", country.variants().get(variant)));
        }
        json.writeValue(folder.resolve(SCENARIO).toFile(), root);
        TableWriter.write(
                folder.resolve("expected").resolve(Country.Table.POPULATION.file),
                Map.of(Country.Table.POPULATION.column, country.expected().get(variant)));
    }

    private ObjectNode scenario() {
        ObjectNode root = json.createObjectNode();
        root.put("format", ScenarioFolder.FORMAT);
        identify(root, MEDIUM);
        root.putObject("place").put("en", name(Locale.ENGLISH)).put("zh", name(Locale.CHINESE));
        root.put("base_date", country.baseDate().toString());
        root.put("last_year", country.lastYear());
        root.put("convention", country.convention().id());
        root.putObject("ages")
                .put("width", country.ages().uniformWidth())
                .put("open", country.ages().start(country.ages().open()));
        root.put("regions", "regions.csv");
        root.putArray("statuses")
                .addObject()
                .put("id", "all")
                .put("resident", true)
                .put("registered", true);
        for (Country.Table table : country.tables().keySet()) {
            ObjectNode group = table.group.isEmpty() ? root : root.withObjectProperty(table.group);
            group.put(table.key, table.file);
        }
        root.put("sources", "sources.csv");
        root.put("assumptions", "assumptions.csv");
        return root;
    }

    private void identify(ObjectNode root, String variant) {
        root.put("id", iso3.toLowerCase(Locale.ROOT) + "-" + variant);
        root.putObject("title").put("en", title(Locale.ENGLISH, variant)).put("zh", title(Locale.CHINESE, variant));
    }

    private String title(Locale language, String variant) {
        ResourceBundle texts = texts(language);
        return MessageFormat.format(
                texts.getString("title"), name(language), source(language), texts.getString("variant." + variant));
    }

    private String source(Locale language) {
        return MessageFormat.format(texts(language).getString("source"), Integer.toString(country.edition()));
    }

    /** The country's name, or its code where it has none. */
    private String name(Locale language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale.Builder().setRegion(code).build())
                .filter(place -> place.getISO3Country().equals(iso3))
                .map(place -> place.getDisplayCountry(language))
                .findFirst()
                .orElse(iso3);
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("org.kapok.scenario.wpp.Texts", language);
    }
}
