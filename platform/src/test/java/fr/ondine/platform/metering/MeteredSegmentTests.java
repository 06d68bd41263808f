package fr.ondine.platform.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeteredSegmentTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final MeterInstallation meter = meter("A", NEW_YEAR.minusYears(3), 0, null, 0);
    private final Reading billed = agent("A", NEW_YEAR, 400);

    @Test
    void both_registers_and_their_difference_are_what_an_invoice_shows() {
        var segment = after(agent("A", JULY, 462)).getFirst();

        assertThat(segment.previous()).isEqualTo(billed);
        assertThat(segment.current()).isEqualTo(agent("A", JULY, 462));
        assertThat(segment.volume()).isEqualTo(Volume.ofCubicMetres(62));
        assertThat(segment.period().days()).isEqualTo(181);
    }

    @Test
    void the_last_reading_by_the_day_counts_and_what_is_read_later_waits() {
        assertThat(after(agent("A", MAY, 440), agent("A", JULY, 462), agent("A", JULY.plusDays(1), 463)))
                .extracting(segment -> segment.volume().wholeCubicMetres())
                .containsExactly(62L);
    }

    @Test
    void a_meter_that_was_replaced_is_shown_beside_the_next_one() {
        var removed = meter("A", NEW_YEAR.minusYears(3), 0, MAY, 441);
        var next = meter("B", MAY, 2, null, 0);

        var segments = MeteredSegment.after(billed, List.of(next, removed), List.of(agent("B", JULY, 23)), JULY);

        assertThat(segments)
                .extracting(
                        segment -> segment.current().meterSerial(),
                        segment -> segment.volume().wholeCubicMetres())
                .containsExactly(tuple("A", 41L), tuple("B", 21L));
    }

    @Test
    void a_register_that_started_again_counts_what_ran_through() {
        var small = new MeterInstallation(
                UUID.randomUUID(), "A", 4, NEW_YEAR.minusYears(3), Volume.ofCubicMetres(0), null, null);

        assertThat(MeteredSegment.after(
                                agent("A", NEW_YEAR, 9_970), List.of(small), List.of(agent("A", JULY, 12)), JULY)
                        .getFirst()
                        .volume())
                .isEqualTo(Volume.ofCubicMetres(42));
    }

    @Test
    void an_estimate_that_was_too_high_is_given_back() {
        var estimated =
                new Reading("A", NEW_YEAR, Volume.ofCubicMetres(480), ReadingSource.UTILITY, ReadingQuality.ESTIMATED);

        var segments = MeteredSegment.after(estimated, List.of(meter), List.of(agent("A", JULY, 462)), JULY);

        assertThat(segments.getFirst().volume()).isEqualTo(Volume.ofCubicMetres(-18));
        assertThat(segments.getFirst().isEstimated()).isFalse();
    }

    @Test
    void a_meter_that_nobody_read_since_has_no_segment() {
        assertThat(after()).isEmpty();
        assertThat(after(agent("A", NEW_YEAR, 400), agent("B", JULY, 462))).isEmpty();
    }

    private List<MeteredSegment> after(Reading... readings) {
        return MeteredSegment.after(billed, List.of(meter), List.of(readings), JULY);
    }

    private static Reading agent(String serial, LocalDate day, long register) {
        return new Reading(serial, day, Volume.ofCubicMetres(register), ReadingSource.AGENT, ReadingQuality.ACTUAL);
    }

    private static MeterInstallation meter(
            String serial, LocalDate installed, long from, LocalDate removed, long until) {
        return new MeterInstallation(
                UUID.randomUUID(),
                serial,
                5,
                installed,
                Volume.ofCubicMetres(from),
                removed,
                removed == null ? null : Volume.ofCubicMetres(until));
    }
}
