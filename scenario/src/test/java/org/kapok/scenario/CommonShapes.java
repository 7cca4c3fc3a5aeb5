package org.kapok.scenario;

import static org.kapok.scenario.Shape.integer;
import static org.kapok.scenario.Shape.oneOf;
import static org.kapok.scenario.Shape.ref;
import static org.kapok.scenario.Shape.text;

import org.kapok.core.Sex;
import org.kapok.scenario.table.Range;

/** What the files of a scenario have in common. */
final class CommonShapes {
    static final Range COUNT = Range.atLeast(0, "");
    static final Range ANY = Range.any("");
    static final Range SHARE = Range.share();
    static final Range YEARS = new Range(1900, 2200, "");

    private CommonShapes() {}

    /** A text in English and Chinese. */
    static Shape words(String description) {
        return ref("words", description);
    }

    /** The file of a table, or of JSON. */
    static Shape file(String description) {
        return text(description);
    }

    static Shape defineWords(Shape root) {
        return root.define(
                "words",
                Shape.object("A text in English and Chinese.")
                        .must("en", text("In English.").zh("英文"))
                        .must("zh", text("In Chinese.").zh("中文")));
    }

    static Shape definePeople(Shape root) {
        return root.define(
                "people",
                Shape.object("The people that are counted.")
                        .must("measure", peopleMeasure())
                        .may("from_age", age("The first age, included.").usual(0))
                        .may("to_age", age("The last age, included; no end where it is absent."))
                        .may("sex", oneOf(Sex.class, "One sex; both where it is absent.")));
    }

    static Shape peopleMeasure() {
        return Shape.matching("^(resident|registered|status:.*\\S.*)$", "resident, registered, or status:ID.")
                .zh("人口口径")
                .example("resident", "registered");
    }

    static Shape age(String description) {
        return integer(0, 120, description);
    }

    /** A list of ids. */
    static Shape ids(String description) {
        return Shape.list(text(""), description);
    }
}
