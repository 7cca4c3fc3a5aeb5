package org.kapok.scenario;

import java.util.List;
import java.util.Map;
import org.kapok.projection.change.AgeProfile;
import org.kapok.projection.change.Change;
import org.kapok.projection.change.FixedFlow;
import org.kapok.projection.change.Quota;
import org.kapok.projection.change.Scaling;
import org.kapok.projection.change.Scope;

/** Tells what a change that no file has is about, the same on any JDK, as results keep it. */
final class ProgramChange {
    /** Each kind by the name of its type, as {@code scenario.json} calls it and in Chinese. */
    static final Map<String, Text> KINDS = Map.ofEntries(
            Map.entry("AgeProfile", new Text("age_profile", "年龄模式")),
            Map.entry("FertilityLevel", new Text("fertility_level", "生育水平")),
            Map.entry("FertilityUplift", new Text("fertility_uplift", "生育提升")),
            Map.entry("FixedFlow", new Text("fixed_flow", "固定流量")),
            Map.entry("Housing", new Text("housing", "住房")),
            Map.entry("InfantMortality", new Text("infant_mortality", "婴儿死亡")),
            Map.entry("LifeExpectancyLevel", new Text("life_expectancy", "预期寿命")),
            Map.entry("Merge", new Text("merge", "区划合并")),
            Map.entry("Quota", new Text("quota", "定额")),
            Map.entry("Scaling", new Text("scaling", "倍数")),
            Map.entry("Shock", new Text("shock", "冲击")),
            Map.entry("Split", new Text("split", "区划拆分")));

    private ProgramChange() {}

    /** Its kind, what flows, where and when. */
    static Text told(Change change) {
        Text kind = KINDS.get(change.getClass().getSimpleName());
        StringBuilder en = new StringBuilder("Changed by a program: ").append(kind.en());
        StringBuilder zh = new StringBuilder("由程序改变：").append(kind.zh());
        String flow = flow(change);
        if (!flow.isEmpty()) {
            en.append(" of ").append(flow);
            zh.append("，").append(flow);
        }
        Scope scope = change.scope();
        add(scope.regions(), " in ", "，地区 ", en, zh);
        add(scope.statuses(), ", status ", "，身份 ", en, zh);
        if (scope.from() > Scope.all().from() || scope.to() < Scope.all().to()) {
            years(scope, en, zh);
        }
        return new Text(en.toString(), zh.toString());
    }

    private static void add(List<String> ids, String before, String zhBefore, StringBuilder en, StringBuilder zh) {
        if (!ids.isEmpty()) {
            en.append(before).append(String.join(", ", ids));
            zh.append(zhBefore).append(String.join("、", ids));
        }
    }

    private static void years(Scope scope, StringBuilder en, StringBuilder zh) {
        boolean open = scope.to() == Scope.all().to();
        en.append(", from ").append(scope.from()).append(open ? " on" : " to " + scope.to());
        zh.append("，").append(scope.from()).append(open ? " 年起" : "—" + scope.to() + " 年");
    }

    /** The id of the component that it is about; empty where its kind says that. */
    private static String flow(Change change) {
        if (change instanceof Scaling scaling) {
            return scaling.component().id();
        }
        if (change instanceof FixedFlow fixed) {
            return fixed.component().id();
        }
        if (change instanceof AgeProfile profile) {
            return profile.component().id();
        }
        return change instanceof Quota quota ? quota.transition() : "";
    }
}
