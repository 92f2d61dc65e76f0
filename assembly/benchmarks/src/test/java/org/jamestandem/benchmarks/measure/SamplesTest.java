package org.jamestandem.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void percentilesAreTheNearestRankWhateverTheOrderOfTheSamples() {
        Samples samples = new Samples();
        LongStream.rangeClosed(1, 200).map(i -> 201 - i).forEach(samples::add);

        assertThat(samples.percentile(50)).isEqualTo(100);
        assertThat(samples.percentile(99)).isEqualTo(198);
        assertThat(samples.percentile(100)).isEqualTo(200);
    }

    @Test
    void samplesAddedAfterAPercentileCount() {
        Samples samples = new Samples();
        samples.add(10);
        assertThat(samples.percentile(50)).isEqualTo(10);

        samples.add(1);

        assertThat(samples.percentile(50)).isEqualTo(1);
    }

    @Test
    void withoutSamplesEveryPercentileIsZero() {
        assertThat(new Samples().percentile(99)).isZero();
    }
}
