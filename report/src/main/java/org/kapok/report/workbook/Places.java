package org.kapok.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;

/**
 * The places whose rows a sheet has: every region, or where that were too many rows the groups of regions, or the whole place.
 *
 * @param ids a region, a group, or empty for the whole place
 * @param regions the numbers of the regions of each place
 * @param left what the sheet is for where that is not every region: the key of a phrase; empty otherwise
 */
record Places(List<String> ids, List<int[]> regions, String left) {
    /** The places of a sheet with so many rows of so many columns for each of them. */
    static Places of(CellSpace space, long rows, int columns) {
        List<Region> all = space.regions();
        if (Table.fits(rows * all.size(), columns)) {
            return new Places(
                    all.stream().map(Region::id).toList(),
                    IntStream.range(0, all.size())
                            .mapToObj(region -> new int[] {region})
                            .toList(),
                    "");
        }
        List<String> groups = new ArrayList<>(space.groups());
        boolean grouped = all.stream().noneMatch(region -> region.group().isEmpty());
        if (!grouped || !Table.fits(rows * groups.size(), columns)) {
            int[] every = IntStream.range(0, all.size()).toArray();
            return new Places(List.of(""), List.of(every), "note.areas_whole");
        }
        return new Places(groups, groups.stream().map(space::regionsIn).toList(), "note.areas_groups");
    }

    /** What a note says of what the sheet leaves out, and which table has it; nothing where it leaves out nothing. */
    String note(Words words, String table) {
        return left.isEmpty() ? "" : words.of("note.too_many", words.of(left), table);
    }

    /** What the column of places is called. */
    String column() {
        return left.isEmpty() ? "district" : "area";
    }
}
