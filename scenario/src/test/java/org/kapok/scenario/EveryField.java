package org.kapok.scenario;

import java.nio.file.Path;

/** Valid scenarios that together have every member that readers know. */
final class EveryField {
    private static final String TARGETS = "\"targets\": \"targets.csv\",";

    private EveryField() {}

    /** Flows by gross numbers, every change but of boundaries, every model of services, every form of a process. */
    static SmallScenario wide(Path folder) {
        SmallScenario small = SmallScenario.in(folder)
                .edit("scenario.json", "\"statuses\": [", GROUPS_AND_MORE + "\"statuses\": [")
                .edit(
                        "scenario.json",
                        "{\"id\": \"local\",",
                        "{\"id\": \"local\", \"title\": {\"en\": \"L\", \"zh\": \"本\"},")
                .edit("scenario.json", "{\"id\": \"settlement\",", "{\"id\": \"settlement\"," + TITLE)
                .edit("scenario.json", TARGETS, TARGETS + "\"changes\": [" + CHANGES + "]," + ENSEMBLE + GOALS)
                .write("services.json", SERVICES)
                .write("indicators.json", INDICATORS)
                .write("sources.csv", "id,citation\nplan,The plan.\nassumption,An assumption.\n")
                .write("quota.csv", "region,persons\nA,2\nB,1\n")
                .write("profile.csv", "age,factor\n" + ages(",1"))
                .write("rates.csv", "rate,age,value\nill,0,0.1\nheads,3,0.4\n")
                .write("served.csv", "region,served_in,share\nA,A,0.25\nA,B,0.75\n")
                .write("rural.csv", "region,share\nA,0.1\nB,0.3\n")
                .write("observed.csv", "indicator,year,value\nresidents,2021,480\n")
                .write("staff.csv", "service,region,date,age,persons\nteachers,,2020,30,5\n")
                .write("leaving.csv", "service,age,rate\nteachers,30,0.05\nteachers,60,1\n")
                .write("record.csv", "measure,region,from,to,value\n" + past());
        return small;
    }

    /** Flows by net totals and a schedule; futures from a table of draws. */
    static SmallScenario net(Path folder) {
        return SmallScenario.in(folder)
                .edit(
                        "scenario.json",
                        "{\"arrivals\": [\"arrivals.csv\", 0.5], \"departure_rate\": 0.01}",
                        "{\"net_total\": 3, \"schedule\": \"schedule.csv\"}")
                .edit(
                        "scenario.json",
                        TARGETS,
                        "\"ensemble\": {\"draws\": 2, \"seed\": 1, \"trajectories\": \"draws.csv\"},")
                .write(
                        "schedule.csv",
                        "age,share\n" + ages("").replace("\n", ",0\n").replace("5,0", "5,1"))
                .write(
                        "draws.csv",
                        "draw,component,year,factor\n1,fertility,2021,1\n1,fertility,2022,1\n1,fertility,2023,1\n"
                                + "2,fertility,2021,2\n2,fertility,2022,2\n2,fertility,2023,2\n");
    }

    /** Homes by heads of households. */
    static SmallScenario heads(Path folder) {
        return SmallScenario.in(folder)
                .edit(
                        "scenario.json",
                        TARGETS,
                        "\"changes\": [" + HEADS + "]," + pastOf("fertility\": {\"sd\": 0.1}, \"mortality"))
                .write("past.csv", PAST);
    }

    /** Regions that become one. */
    static SmallScenario merge(Path folder) {
        return SmallScenario.in(folder)
                .edit("scenario.json", TARGETS, "\"changes\": [" + MERGE + "]," + pastOf("fertility"))
                .write("past.csv", PAST);
    }

    /** A region that becomes several. */
    static SmallScenario split(Path folder) {
        return SmallScenario.in(folder).edit("scenario.json", TARGETS, "\"changes\": [" + SPLIT + "],");
    }

    private static final String PAST =
            "year,value\n2014,1.1\n2015,1.0\n2016,1.3\n2017,1.4\n2018,1.2\n2019,1.15\n2020,1.0\n";

    /** Futures by what a component was in the past. */
    private static String pastOf(String component) {
        return "\"ensemble\": {\"draws\": 2, \"seed\": 1, \"processes\": {\"" + component
                + "\": {\"history\": \"past.csv\"}}},";
    }

    private static String ages(String rest) {
        StringBuilder rows = new StringBuilder();
        for (int age = 0; age <= 10; age++) {
            rows.append(age).append(rest).append('\n');
        }
        return rows.toString();
    }

    private static String past() {
        StringBuilder rows = new StringBuilder();
        for (int year = 2012; year < 2020; year++) {
            rows.append("arrivals:resident,A,")
                    .append(year)
                    .append(',')
                    .append(year)
                    .append(',');
            rows.append(40 + year % 3).append('\n');
        }
        return rows.toString();
    }

    private static final String TITLE = "\"title\": {\"en\": \"T\", \"zh\": \"题\"},";

    private static final String GROUPS_AND_MORE = """
            "$schema": "../scenario.schema.json",
            "sources": "sources.csv",
            "indicators": "indicators.json",
            "observed": "observed.csv",
            "record": "record.csv",
            "urban": {"rural_share": "rural.csv"},
            "staff": {"persons": "staff.csv", "leaving": "leaving.csv"},
            "supply_allocation": {"beds": {"measure": "resident", "from_age": 1, "to_age": 8, "sex": "female"}},
            """;

    private static final String CHANGES = """
            {"id": "tfr", "change": "fertility_level", "title": {"en": "T", "zh": "题"}, "tfr": 0.6,
             "regions": ["inner"], "statuses": ["local"], "from": 2021, "to": 2022},
            {"id": "third", "change": "fertility_uplift", "uplift": 0.1, "share": 0.5},
            {"id": "live", "change": "life_expectancy", "years": {"2020": 9, "2022": 9.5}, "from": 2021},
            {"id": "infants", "change": "infant_mortality", "deaths_per_birth": 0.01},
            {"id": "fewer", "change": "scaling", "flow": "arrivals", "factor": [0.5, {"2020": 1, "2022": 3}]},
            {"id": "out", "change": "fixed_flow", "flow": "departures", "persons": 5, "to": 2021},
            {"id": "young", "change": "age_profile", "flow": "departures", "profile": "profile.csv", "from": 2022},
            {"id": "year", "change": "shock", "year": 2021, "factors": {"arrivals": 0.5}, "recovery_years": 1},
            {"id": "settle", "change": "quota", "transition": "settlement", "persons": "quota.csv"},
            {"id": "homes", "change": "housing", "held": "whole", "homes": [
              {"region": "A", "stock": 100, "completions": 10, "size": 2.42, "mix": 1, "occupied": 0.9,
               "communal_share": 0.01, "communal": 0.1}]}
            """;

    private static final String HEADS = """
            {"id": "homes", "change": "housing", "homes": [
              {"region": "B", "stock": 100, "completions": -1, "representatives": 0.4, "mix": 1}]}
            """;

    private static final String SPLIT = """
            {"id": "cut", "change": "split", "title": {"en": "C", "zh": "分"}, "region": "A", "parts": [
              {"id": "A1", "title": {"en": "Old Ash", "zh": "甲一"}, "group": "inner", "share": 0.25},
              {"id": "A2", "title": {"en": "New Ash", "zh": "甲二"}, "group": "inner",
               "share": {"local": 0.75, "guest": 0.75}}]}
            """;

    private static final String MERGE = """
            {"id": "one", "change": "merge", "regions": ["A", "B"],
             "into": {"id": "C", "title": {"en": "Cedar", "zh": "丙"}, "group": "outer"}}
            """;

    private static final String ENSEMBLE = """
            "ensemble": {
              "draws": 20, "seed": 7, "sampling": "antithetic",
              "events": [{"id": "many", "title": {"en": "M", "zh": "多"}, "all": [
                {"measure": "resident", "date": "2022-01-01", "region": "A", "from_age": 0, "to_age": 4, "share_of": "resident",
                 "at_least": 0.2},
                {"service": "beds", "path": "norm", "year": 2022, "at_most": 50}]}],
              "processes": {
                "fertility": {"interval": [0.8, 1.3], "of": "factor", "probability": 0.8, "year": 2023, "phi": 0.95,
                  "theta": 0.1, "scale": "log", "timing": {"sd": 0.1},
                  "local": {"interval": [0.9, 1.1], "probability": 0.8, "year": 2023, "phi": 0.9}},
                "mortality": {"sd": 0.02, "phi": 0.9, "theta": 0, "toward": 1.1, "drift": 0, "sexes": {"sd": 0.01, "phi": 0.5},
                  "local": {"sd": 0.02, "phi": 0.9, "toward": 1, "drift": 0}},
                "arrivals": {"history": {"measure": "arrivals:resident", "region": "A"}, "model": "ar"}
              },
              "correlation": [{"between": ["arrivals", "fertility"], "value": -0.3}],
              "local_correlation": [{"between": ["A", "B"], "value": 0.4}],
              "services": [
                {"service": "beds", "path": "need", "parameter": "occupancy", "sd": 0.1, "phi": 0.9, "toward": 1, "drift": 0},
                {"service": "school", "interval": [0.9, 1.1], "probability": 0.8, "year": 2023, "phi": 0.9}
              ]
            },
            """;

    private static final String GOALS = """
            "solve": {
              "free": [{"flow": "arrivals", "by": ["group"], "statuses": ["guest"], "ages": [0, 5], "stiffness": 2,
                "least": 0.5, "most": 2}],
              "smoothness": 5,
              "fade_years": 3
            },
            "solution": {"departures": 1.01},
            """;

    private static final String SERVICES = """
            {
              "$schema": "services.schema.json",
              "cut_off": "08-31",
              "domains": [{"id": "all", "title": {"en": "All", "zh": "全"}}],
              "rates": "rates.csv",
              "pathways": [{"id": "path", "levels": {"low": "ill"}, "settings": {"bed": {"low": 0.5}}, "source": "plan"}],
              "services": [
                {"id": "beds", "domain": "all", "land": 1, "floor": 2,
                 "title": {"en": "Beds", "zh": "床位"}, "unit": {"en": "beds", "zh": "张"},
                 "norm": {"model": "ratio", "population": {"measure": "resident", "from_age": 0, "to_age": 9},
                  "per": 100, "value": {"2020": 1, "2023": 2}, "value_unit": "beds per 100 residents",
                  "served_in": "served.csv", "source": "plan"},
                 "need": {"model": "use", "rate": "ill", "level": 1, "time": 1, "available": 1, "occupancy": 0.9,
                  "inflow": 0.1, "source": "plan"}},
                {"id": "school", "domain": "all",
                 "title": {"en": "School", "zh": "学校"}, "unit": {"en": "places", "zh": "个"},
                 "norm": {"model": "school", "entry_age": 3, "grades": 2, "attendance": {"local": 1, "guest": 1},
                  "late": 0.1, "repeat": 0.1, "leave": 0.1, "source": "plan"},
                 "need": {"model": "school", "entry_age": 3, "grades": 2, "attendance": {"local": 1}, "source": "plan"}},
                {"id": "teachers", "domain": "all",
                 "title": {"en": "Teachers", "zh": "教师"}, "unit": {"en": "teachers", "zh": "人"},
                 "norm": {"model": "per_unit", "of": "school", "per": 20, "value": 1, "value_unit": "per 20 places",
                  "source": "plan"},
                 "need": {"model": "share", "of": "school", "value": 0.05, "source": "plan"}},
                {"id": "care", "domain": "all",
                 "title": {"en": "Care", "zh": "照护"}, "unit": {"en": "beds", "zh": "张"},
                 "norm": {"model": "care", "pathway": "path", "setting": "bed", "occupancy": 0.9, "source": "plan"},
                 "need": {"model": "sum", "of": ["beds", "school"]}},
                {"id": "homes", "domain": "all",
                 "title": {"en": "Homes", "zh": "住房"}, "unit": {"en": "homes", "zh": "套"},
                 "norm": {"model": "headship", "rate": "heads", "communal": 0.02, "level": 1, "source": "plan"},
                 "need": {"model": "total", "population": {"measure": "resident"}, "value": 120, "source": "plan"}},
                {"id": "libraries", "domain": "all",
                 "title": {"en": "Libraries", "zh": "图书馆"}, "unit": {"en": "libraries", "zh": "座"},
                 "norm": {"model": "area", "population": {"measure": "status:local"}, "catchment": 60, "coverage": 0.9,
                  "source": "plan"},
                 "need": {"model": "attainment", "population": {"measure": "resident", "from_age": 5},
                  "female": {"2000": 1, "2020": 2}, "male": 1, "source": "plan"}}
              ]
            }
            """;

    private static final String INDICATORS = """
            {
              "$schema": "indicators.schema.json",
              "baseline_year": 2020,
              "target_year": 2023,
              "indicators": [
                {"number": 1, "id": "residents", "title": {"en": "R", "zh": "人"}, "unit": {"en": "persons", "zh": "人"},
                 "binding": true, "want": "around", "baseline": 484, "target": 500, "tolerance": 5, "source": "plan",
                 "formula": {"of": {"measure": "resident", "from_age": 0, "to_age": 9}}, "day": "12-31"},
                {"number": 2, "id": "beds", "title": {"en": "B", "zh": "床"}, "unit": {"en": "per 100", "zh": "张"},
                 "want": "at-least", "target": 6, "by_region": true,
                 "formula": {"times": 100, "of": [{"supply": "beds"}, {"added": "beds", "since": 2020}],
                  "per": {"measure": "resident"}}},
                {"number": 3, "id": "places", "title": {"en": "P", "zh": "学位"}, "unit": {"en": "%", "zh": "%"},
                 "want": "at-most", "target": 90,
                 "formula": {"times": 100, "of": {"pupils": "school", "path": "norm"},
                  "per": [{"children": "school", "path": "norm"}]}},
                {"number": 4, "id": "others", "title": {"en": "O", "zh": "其他"}, "unit": {"en": "x", "zh": "个"},
                 "want": "at-most", "target": 90,
                 "formula": {"of": [{"pupils_of_age": "school", "path": "norm"}, {"demand": "beds", "path": "need"}]}},
                {"number": 5, "id": "jobs", "title": {"en": "J", "zh": "就业"}, "unit": {"en": "jobs", "zh": "个"},
                 "want": "at-least", "target": 90, "reason": {"en": "decided elsewhere", "zh": "另行决定"}}
              ]
            }
            """;
}
