package org.kapok.scenario.wpp;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kapok.core.AgeGroups;
import org.kapok.core.Cube;
import org.kapok.projection.Convention;

/**
 * A country of a pack, ready to be written as a scenario.
 *
 * @param baseDate the date of the base population
 * @param lastYear the year of the last population
 * @param tables the scenario's tables by what they hold, each with one value column of that name
 * @param variants by id, {@code medium} first: the factors of fertility by year
 * @param expected by variant, the published populations: the column of years is {@code year} for reference dates and
 *     {@code mid_year} for means of two
 * @param edition the edition of the publication
 * @param assumptions ids of what was taken for true in writing the scenario
 */
record Country(
        AgeGroups ages,
        LocalDate baseDate,
        int lastYear,
        Convention convention,
        Map<Table, Cube> tables,
        Map<String, Cube> variants,
        Map<String, Cube> expected,
        int edition,
        List<String> assumptions) {

    /** What a table of the scenario holds: its file, its value column and the key that names it. */
    enum Table {
        POPULATION("population", "persons", "", "population"),
        MX("mortality", "mx", "mortality", "mx"),
        SURVIVAL("survival", "survival", "mortality", "survival"),
        ASFR("fertility", "asfr", "fertility", "asfr"),
        SRB("sex_ratio_at_birth", "srb", "fertility", "sex_ratio_at_birth"),
        BIRTHS("births", "births", "fertility", "births"),
        NET("net_migration", "net", "external", "net");

        final String file;
        final String column;
        final String group; // in scenario.json; empty for none
        final String key;

        Table(String file, String column, String group, String key) {
            this.file = file + ".csv";
            this.column = column;
            this.group = group;
            this.key = key;
        }
    }
}
