package org.kapok.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kapok.projection.ensemble.Values;

class WorkloadTest {
    @Test
    void formulas_spotValues_areThoseOfTheDefinition() {
        double[][] factors = new double[6][30];
        Workload.W1.futures().fill(0, factors);
        assertThat(factors[1][0]).isCloseTo(1.076662161642729, within(1e-15));
        assertThat(factors[0][0]).isCloseTo(0.986305599409702, within(1e-15));
        assertThat(factors[2][0]).isCloseTo(0.763216885796299, within(1e-15));
        Workload.W1.futures().fill(999, factors);
        assertThat(factors[4][29]).isCloseTo(0.826426501237071, within(1e-15));
        assertThat(Formulas.dying(new int[] {3, 1, 0, 80})).isCloseTo(0.032791167574784, within(1e-15));
        assertThat(Formulas.destination(5, 27, 11)).isCloseTo(0.095275903136165, within(1e-15));
        assertThat(Workload.W1.inputs().base().toCube().total()).isCloseTo(3890359.7639627554, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Workload.class)
    void run_allDraws_haveTheChecksumOnAnyNumberOfThreads(Workload workload) {
        Values one = workload.ensemble().run(workload.futures(), Workload.DRAWS, 1);
        Values two = workload.ensemble().run(workload.futures(), Workload.DRAWS, 2);

        assertThat(workload.check(one)).isEqualTo(workload.check(two));
    }

    @Test
    void check_otherValues_areRefused() {
        Values few = Workload.W3.ensemble().run(Workload.W3.futures(), 10, 1);

        assertThatThrownBy(() -> Workload.W3.check(few))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("W3: got checksum ");
    }
}
