package org.kapok.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.Scenario;

/** What it costs to compare very many regions. */
class ManyRegionsTest {
    @TempDir
    private Path folder;

    @Test
    void compare_fourTimesTheRegions_takesAboutFourTimesTheMemory() throws IOException {
        long few = allocated(100);
        long many = allocated(400);
        assertThat((double) many / few).isBetween(2.0, 6.0);
    }

    /** Bytes that comparing a scenario with itself takes; they tell the work as well, whatever else the machine does. */
    private long allocated(int regions) throws IOException {
        Scenario scenario = ManyRegions.of(regions, folder.resolve("of" + regions));
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        Comparison compared = Comparison.of(List.of(scenario, scenario)).get(0);
        assertThat(compared.flows()).hasSizeGreaterThan(regions);
        assertThat(compared.people()).hasSizeGreaterThan(regions);
        return thread.getCurrentThreadAllocatedBytes() - before;
    }
}
