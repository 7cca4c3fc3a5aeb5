package org.kapok.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scenario folder small enough to check by hand: two districts, two statuses, single ages to 10 and over. */
record SmallScenario(Path folder) {
    /** Writes the whole folder. */
    static SmallScenario in(Path folder) {
        SmallScenario small = new SmallScenario(folder);
        small.write("scenario.json", SCENARIO);
        small.write("regions.csv", "id,title_en,title_zh,group\nA,Ash,甲,inner\nB,Birch,乙,outer\n");
        small.write("population.csv", population());
        small.write("mortality.csv", mortality());
        small.write("fertility.csv", "age,asfr\n0,0\n1,0\n2,0\n3,0\n4,0\n5,0.2\n6,0.1\n7,0\n8,0\n9,0\n10,0\n");
        small.write("arrivals.csv", "region,status,persons\nA,local,0\nA,guest,1.5\nB,local,0\nB,guest,0.5\n");
        small.write("destinations.csv", "region,share\nA,0.25\nB,0.75\n");
        small.write("services.json", SERVICES);
        small.write("supply.csv", "service,region,opens,capacity,delivered\nbeds,,2020,3,1\nbeds,,2021,1,0.5\n");
        small.write(
                "targets.csv",
                "measure,region,date,from_age,share_of,value\nresident,,2022-01-01,,,100\n"
                        + "status:guest,A,2021-01-01,,,5\nresident,inner,2021-01-01,5,resident,0.4\n");
        small.write("assumptions.csv", "id,en,zh\nguess,A guess.,一项设定。\n");
        return small;
    }

    /** Writes or replaces a file. */
    SmallScenario write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Replaces a text that stands in a file. */
    SmallScenario edit(String name, String from, String to) {
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

    /** States how futures are drawn: the members of {@code ensemble}. */
    SmallScenario drawn(String ensemble) {
        String targets = "\"targets\": \"targets.csv\",";
        return edit("scenario.json", targets, targets + " \"ensemble\": {" + ensemble + "},");
    }

    /** Ten persons in every cell of locals, one in every cell of guests. */
    private static String population() {
        StringBuilder rows = new StringBuilder("region,status,sex,age,persons\n");
        for (String region : new String[] {"A", "B"}) {
            for (String status : new String[] {"local", "guest"}) {
                for (String sex : new String[] {"female", "male"}) {
                    for (int age = 0; age <= 10; age++) {
                        rows.append(String.join(
                                        ",", region, status, sex, "" + age, status.equals("local") ? "10" : "1"))
                                .append('\n');
                    }
                }
            }
        }
        return rows.toString();
    }

    private static String mortality() {
        StringBuilder rows = new StringBuilder("age,mx_female,mx_male\n");
        for (int age = 0; age <= 10; age++) {
            rows.append(age).append(age == 10 ? ",0.2,0.25\n" : ",0.01,0.02\n");
        }
        return rows.toString();
    }

    private static final String SCENARIO = """
            {
              "format": "kapok-scenario/1",
              "id": "small",
              "title": {"en": "Small", "zh": "小"},
              "place": {"en": "Smallville", "zh": "小镇"},
              "base_date": "2020-01-01",
              "last_year": 2023,
              "convention": "un-wpp-2024",
              "ages": {"width": 1, "open": 10},
              "regions": "regions.csv",
              "groups": [{"id": "inner", "title": {"en": "Inner", "zh": "内"}}],
              "statuses": [
                {"id": "local", "resident": true, "registered": true},
                {"id": "guest", "resident": true, "registered": false}
              ],
              "population": "population.csv",
              "mortality": {"mx": "mortality.csv"},
              "fertility": {
                "asfr": ["fertility.csv", {"2020": 1.0, "2022": 2.0}],
                "sex_ratio_at_birth": 1.05,
                "newborn_status": {"guest": {"local": 0.4, "guest": 0.6}}
              },
              "external": {"arrivals": ["arrivals.csv", 0.5], "departure_rate": 0.01},
              "internal": {"out_rate": 0.02, "destination_share": "destinations.csv"},
              "transitions": [{"id": "settlement", "from": "guest", "to": "local", "rate": 0.1}],
              "services": "services.json",
              "supply": "supply.csv",
              "targets": "targets.csv",
              "assumptions": "assumptions.csv"
            }
            """;

    private static final String SERVICES = """
            {
              "cut_off": "08-31",
              "services": [
                {
                  "id": "beds",
                  "title": {"en": "Beds", "zh": "床位"},
                  "unit": {"en": "beds", "zh": "张"},
                  "norm": {"model": "ratio", "population": {"measure": "resident"}, "per": 100, "value": 1}
                },
                {
                  "id": "school",
                  "title": {"en": "School", "zh": "学校"},
                  "unit": {"en": "places", "zh": "个"},
                  "norm": {"model": "school", "entry_age": 3, "grades": 2, "attendance": {"local": 1, "guest": 1}},
                  "need": {"model": "school", "entry_age": 3, "grades": 2, "attendance": {"local": 1}}
                }
              ]
            }
            """;
}
