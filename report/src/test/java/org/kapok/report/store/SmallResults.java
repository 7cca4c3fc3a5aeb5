package org.kapok.report.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A result folder small enough to check by hand. */
record SmallResults(Path folder) {
    /** Two regions at two dates, and two targets of which one has no last age. */
    static SmallResults in(Path folder) {
        return new SmallResults(folder)
                .write("run.json", """
                        {
                          "kapok" : "1.2.3",
                          "scenario" : "small",
                          "title" : { "en" : "Small", "zh" : "小" },
                          "base_date" : "2020-11-01",
                          "seed" : 9007199254740993,
                          "identities" : { "a/b" : 1.4551915228366852E-11 },
                          "findings" : [
                            { "kind" : "assumption", "id" : "guess", "en" : "It's a guess, \\"so\\".", "zh" : "设定" },
                            { "kind" : "withheld_departures", "year" : 2021, "cell" : "A", "persons" : 0.25 }
                          ],
                          "inputs" : [ { "file" : "small/scenario.json", "sha256" : "00ff" } ]
                        }
                        """)
                .write(
                        "population.csv",
                        "year,region,status,sex,age,persons\n2021,B,local,male,0,0.1\n2020,B,local,male,0,3.3000000000000003\n"
                                + "2020,A,local,male,10,2\n2020,A,local,male,9,1e-7\n")
                .write(
                        "targets.csv",
                        "measure,region,year,date,from_age,to_age,share_of,wanted,reached,met,source\n"
                                + "resident,,2025,2025-12-31,0,,,100,99.5,false,\"a, \"\"b\"\"\"\n"
                                + "resident,A,2025,2025-12-31,65,80,resident,0.1,0.2,true,\n")
                .write(
                        "region_labels.csv",
                        "region,kind,region_group,region_en,region_zh\n,whole,,All,全域\nA,region,,Ash,甲\nB,region,,Birch,乙\n");
    }

    /** The same with two draws kept whole. */
    SmallResults withDraws() {
        for (int draw : new int[] {10, 2}) {
            String kept = "draw-" + draw + "/";
            write(kept + "run.json", "{}");
            write(kept + "columns.csv", "");
            write(kept + "region_labels.csv", "region,kind,region_group,region_en,region_zh\n");
            write(
                    kept + "population.csv",
                    "year,region,status,sex,age,persons\n2021,B,local,male,0,%d.5\n2020,A,local,male,10,2\n"
                            .formatted(draw));
        }
        return this;
    }

    /** Writes or replaces a file. */
    SmallResults write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text that stands in a file. */
    SmallResults edit(String name, String from, String to) {
        try {
            String text = Files.readString(folder.resolve(name));
            if (!text.contains(from)) {
                throw new IllegalArgumentException(name + " has no " + from);
            }
            return write(name, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ResultStore store() throws IOException {
        return ResultStore.of(folder);
    }
}
