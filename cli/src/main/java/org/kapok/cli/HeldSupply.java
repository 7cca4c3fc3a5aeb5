package org.kapok.cli;

import org.kapok.scenario.Scenario;

/** Which services keep the stock of the base year, as the scenario states nothing that opens later. */
final class HeldSupply {
    private final Scenario scenario;
    private final int baseYear;

    HeldSupply(Scenario scenario, int baseYear) {
        this.scenario = scenario;
        this.baseYear = baseYear;
    }

    String year() {
        return Integer.toString(baseYear);
    }

    /** Whether all that is stated of a service was open by the base year. */
    boolean holds(String service) {
        return scenario.supply()
                .filter(supply -> !supply.of(service).isEmpty())
                .filter(supply -> supply.of(service).stream()
                        .allMatch(each -> each.open().from().getYear() <= baseYear))
                .isPresent();
    }
}
