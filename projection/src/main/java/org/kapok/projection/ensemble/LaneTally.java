package org.kapok.projection.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.kapok.core.CellSpace;
import org.kapok.core.Sex;

/**
 * What is counted, broken into atoms: cells that are in the same counts share one sum, so that each cell is added once
 * whatever is counted of it. The plan is shared; {@link Rows} are the sums of one block of draws.
 */
final class LaneTally {
    private final CellSpace space;
    private final List<Count> counts;
    private final int[] atoms; // by cell
    private final int atomCount;
    private final List<int[]> atomsOf = new ArrayList<>(); // by count, of those that count people
    private final List<int[]> groupsOf = new ArrayList<>(); // by count: regions x statuses of its flows

    LaneTally(CellSpace space, List<Count> counts) {
        this(space, counts, cell -> cell / (2 * space.ages().count())); // region and status apart, for flows
    }

    /** Sums that have cells apart whose groups differ; a group is a number from 0 to below the number of cells. */
    LaneTally(CellSpace space, List<Count> counts, IntUnaryOperator group) {
        this.space = space;
        this.counts = List.copyOf(counts);
        this.atoms = new int[space.size()];
        int statuses = space.statuses().size();
        List<boolean[]> members = new ArrayList<>();
        for (Count count : this.counts) {
            members.add(cellsOf(count));
            List<Integer> groups = new ArrayList<>();
            for (int region : space.regionsIn(count.area())) {
                for (int status = 0; status < statuses; status++) {
                    if (count.people().statuses().test(space.statuses().get(status))) {
                        groups.add(region * statuses + status);
                    }
                }
            }
            groupsOf.add(groups.stream().mapToInt(Integer::intValue).toArray());
        }
        atomCount = split(members, group);
        for (boolean[] member : members) {
            boolean[] in = new boolean[atomCount];
            for (int cell = 0; cell < atoms.length; cell++) {
                in[atoms[cell]] |= member[cell];
            }
            atomsOf.add(positions(in));
        }
    }

    /** Splits groups of cells into atoms by what each is a member of, numbered by their first cells, and says how many. */
    private int split(List<boolean[]> members, IntUnaryOperator group) {
        Arrays.setAll(atoms, group);
        int count = split(atoms, new boolean[atoms.length]);
        for (boolean[] member : members) {
            count = split(atoms, member);
        }
        return count;
    }

    /** Splits parts into their members and the rest, and says how many there are. */
    private static int split(int[] parts, boolean[] member) {
        int[] firstOf = new int[2 * parts.length]; // by part and whether a member, its number above 0
        int count = 0;
        for (int cell = 0; cell < parts.length; cell++) {
            int key = 2 * parts[cell] + (member[cell] ? 1 : 0);
            if (firstOf[key] == 0) {
                firstOf[key] = ++count;
            }
            parts[cell] = firstOf[key] - 1;
        }
        return count;
    }

    List<Count> counts() {
        return counts;
    }

    /** How many atoms. */
    int atoms() {
        return atomCount;
    }

    /** The atom of a cell. */
    int atom(int cell) {
        return atoms[cell];
    }

    /** The atoms of a count of people. */
    int[] atomsOf(int count) {
        return atomsOf.get(count);
    }

    /** The regions x statuses of a count of flows. */
    int[] groupsOf(int count) {
        return groupsOf.get(count);
    }

    Rows rows(int lanes) {
        return new Rows(lanes);
    }

    /** The cells that a count is made of, for net migration all of its regions and statuses. */
    private boolean[] cellsOf(Count count) {
        boolean[] cells = new boolean[space.size()];
        int[] band = count.people().groupsOf(space.ages());
        for (int region : space.regionsIn(count.area())) {
            for (int status = 0; status < space.statuses().size(); status++) {
                if (!count.people().statuses().test(space.statuses().get(status))) {
                    continue;
                }
                for (Sex sex : count.people().sexes()) {
                    int at = space.profile(region, status, sex);
                    Arrays.fill(cells, at + band[0], at + band[1] + 1, true);
                }
            }
        }
        return cells;
    }

    private static int[] positions(boolean[] in) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < in.length; i++) {
            if (in[i]) {
                positions.add(i);
            }
        }
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The sums of one block of draws, or of regions. */
    final class Rows {
        private double[][] people;
        private double[][] before;
        private final double[][] births;
        private final double[][] deaths;
        private final double[] result;

        private Rows(int lanes) {
            int groups = space.regions().size() * space.statuses().size();
            people = new double[atomCount][lanes];
            before = new double[atomCount][lanes];
            births = new double[groups][lanes];
            deaths = new double[groups][lanes];
            result = new double[lanes];
        }

        /** The sum that a cell is added to. */
        double[] of(int cell) {
            return people[atoms[cell]];
        }

        /** Births into a status of a region. */
        double[] births(int region, int status) {
            return births[region * space.statuses().size() + status];
        }

        /** Deaths of a status of a region. */
        double[] deaths(int region, int status) {
            return deaths[region * space.statuses().size() + status];
        }

        /** Makes room for the next step, and keeps the people of the last one. */
        void next() {
            double[][] oldest = before;
            before = people;
            people = oldest;
            for (double[] row : people) {
                Arrays.fill(row, 0);
            }
            for (int group = 0; group < births.length; group++) {
                Arrays.fill(births[group], 0);
                Arrays.fill(deaths[group], 0);
            }
        }

        /** The value of a count in every lane, to be read before the next call. */
        double[] value(int count) {
            Count.Kind kind = counts.get(count).kind();
            if (kind == Count.Kind.PEOPLE && atomsOf.get(count).length == 1) {
                return people[atomsOf.get(count)[0]];
            }
            Arrays.fill(result, 0);
            switch (kind) {
                case PEOPLE -> addAll(people, atomsOf.get(count), 1);
                case BIRTHS -> addAll(births, groupsOf.get(count), 1);
                case DEATHS -> addAll(deaths, groupsOf.get(count), 1);
                case NET_MIGRATION -> {
                    addAll(people, atomsOf.get(count), 1);
                    addAll(before, atomsOf.get(count), -1);
                    addAll(births, groupsOf.get(count), -1);
                    addAll(deaths, groupsOf.get(count), 1);
                }
            }
            return result;
        }

        private void addAll(double[][] rows, int[] positions, double times) {
            for (int position : positions) {
                add(result, rows[position], times);
            }
        }

        private static void add(double[] target, double[] row, double times) {
            for (int lane = 0; lane < target.length; lane++) {
                target[lane] += times * row[lane];
            }
        }
    }
}
