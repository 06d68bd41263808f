package fr.ondine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarsTests {

    private final Bars bars = new Bars("documents");

    @Test
    void figures_at_their_bars_have_reached_them() {
        bars.atLeast("pdf_per_s", 30, 30.0);
        bars.atMost("p95_ratio", 1.2, 1.2);

        assertThat(bars.said()).isEqualTo("{\"bench\":\"documents\",\"bars\":\"met\"}");
        assertThat(bars.status()).isZero();
    }

    @Test
    void one_that_is_missed_is_named_and_ends_the_measure_with_another_status_than_one_that_broke() {
        bars.atLeast("pdf_per_s", 30, 41.0);
        bars.atLeast("ratio", 0.6, 0.55);
        bars.atMost("p95_ratio", 1.2, 1.25);

        assertThat(bars.said())
                .isEqualTo("{\"bench\":\"documents\",\"bars\":\"missed\","
                        + "\"missed\":[\"ratio 0.55 < 0.6\",\"p95_ratio 1.25 > 1.2\"]}");
        assertThat(bars.status()).isEqualTo(2);
    }

    @Test
    void what_could_not_be_measured_is_missed() {
        bars.atLeast("ratio", 0.6, 0.0 / 0.0);

        assertThat(bars.status()).isEqualTo(2);
    }
}
