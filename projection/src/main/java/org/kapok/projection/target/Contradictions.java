package org.kapok.projection.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kapok.core.CellSpace;

/** Hard targets that cannot hold together whatever the flows are. */
final class Contradictions {
    private Contradictions() {}

    /** Refuses targets that are wanted twice, and parts of an area that do not fit the whole. */
    static void refuse(List<Target> targets, CellSpace space) {
        for (Target whole : targets) {
            List<Target> alike = targets.stream()
                    .filter(part -> part != whole && part.hard() && whole.hard() && alike(part, whole))
                    .toList();
            for (Target other : alike) {
                if (other.area().equals(whole.area())) {
                    throw new IllegalArgumentException("Target of " + whole.name() + ": got it twice, " + whole.value()
                            + " and " + other.value() + ", expected it once");
                }
            }
            refuseParts(whole, alike, space);
        }
    }

    /** Adds up parts that do not overlap: as many persons as the whole where they cover it, no more where not. */
    private static void refuseParts(Target whole, List<Target> alike, CellSpace space) {
        Set<Integer> area = regions(whole, space);
        Set<Integer> covered = new TreeSet<>();
        List<String> names = new ArrayList<>();
        double sum = 0;
        List<Target> small = new ArrayList<>(alike);
        small.sort((a, b) -> regions(a, space).size() - regions(b, space).size());
        for (Target part : small) {
            Set<Integer> own = regions(part, space);
            if (own.size() < area.size()
                    && area.containsAll(own)
                    && own.stream().noneMatch(covered::contains)) {
                covered.addAll(own);
                names.add(part.area());
                sum += part.value();
            }
        }
        boolean covers = covered.equals(area);
        double off = (sum - whole.value()) / whole.scale();
        boolean signed = whole.measure().kind() == Measure.Kind.NET_MIGRATION;
        if (covers && Math.abs(off) > Target.MET || !covers && !signed && off > Target.MET) {
            throw new IllegalArgumentException(
                    "Target of " + whole.name() + ": got " + whole.value() + ", but its parts "
                            + names + " add up to " + sum + ", expected "
                            + (covers ? "the same" : "no more than the whole"));
        }
    }

    private static boolean alike(Target a, Target b) {
        boolean adds = a.measure().kind() != Measure.Kind.LIFE_EXPECTANCY
                && a.shareOf().isEmpty()
                && b.shareOf().isEmpty();
        boolean same = a.measure().id().equals(b.measure().id())
                && a.date().equals(b.date())
                && a.fromAge() == b.fromAge()
                && a.toAge() == b.toAge();
        boolean sameShare = a.shareOf().map(Measure::id).equals(b.shareOf().map(Measure::id))
                && a.area().equals(b.area());
        return same && (adds || sameShare);
    }

    private static Set<Integer> regions(Target target, CellSpace space) {
        Set<Integer> regions = new TreeSet<>();
        for (int region : space.regionsIn(target.area())) {
            regions.add(region);
        }
        return regions;
    }
}
