package org.kapok.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {
    @Test
    void formulas_spotValues_areThoseOfTheDefinition() {
        double[][] factors = new double[6][30];
        DrawRun.futures(Workload.W1.size).fill(0, factors);
        assertThat(factors[1][0]).isCloseTo(1.076662161642729, within(1e-15));
        assertThat(factors[0][0]).isCloseTo(0.986305599409702, within(1e-15));
        assertThat(factors[2][0]).isCloseTo(0.763216885796299, within(1e-15));
        DrawRun.futures(Workload.W1.size).fill(999, factors);
        assertThat(factors[4][29]).isCloseTo(0.826426501237071, within(1e-15));
        assertThat(Formulas.dying(new int[] {3, 1, 0, 80})).isCloseTo(0.032791167574784, within(1e-15));
        assertThat(Workload.W1
                        .size
                        .inputs()
                        .internal()
                        .orElseThrow()
                        .destinationShare()
                        .at(5, 27))
                .isCloseTo(0.095275903136165, within(1e-15));
        assertThat(Workload.W1.size.inputs().base().toCube().total()).isCloseTo(3890359.7639627554, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Workload.class)
    void run_allOfIt_hasTheChecksumOnAnyNumberOfThreads(Workload workload) {
        WorkloadRun one = workload.prepare(1);
        WorkloadRun two = workload.prepare(2);
        one.run();
        two.run();

        assertThat(one.check()).isEqualTo(two.check());
    }

    @Test
    void check_otherValues_areRefused() {
        WorkloadRun idle = Workload.W3.prepare(1);

        assertThatThrownBy(idle::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("W3: got checksum 0.0 and 0.0 people");
    }
}
