package fr.ondine.platform.runs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.metering.ReadingQuality;
import fr.ondine.platform.metering.ReadingSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From which reading a run goes on after an invoice that came by import and says none. */
class PastsTests {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final AgreementId AGREEMENT = new AgreementId(UUID.randomUUID());

    @Test
    void the_last_one_about_the_end_of_its_period_was_billed() {
        assertThat(billed(JULY.plusDays(40), read(JULY.minusDays(9), 90), read(JULY.plusDays(20), 100)))
                .isEqualTo(100_000);
    }

    @Test
    void one_of_three_weeks_later_was_not() {
        assertThat(billed(JULY.plusDays(40), read(JULY.minusDays(9), 90), read(JULY.plusDays(21), 100)))
                .isEqualTo(90_000);
    }

    @Test
    void one_of_a_day_after_it_was_written_was_not() {
        assertThat(billed(JULY.plusDays(12), read(JULY.plusDays(12), 90), read(JULY.plusDays(13), 100)))
                .isEqualTo(90_000);
    }

    private static long billed(LocalDate issuedOn, Reading... readings) {
        var pasts = new Pasts(JULY.plusMonths(6));
        var period = new Period(JULY.minusMonths(6), JULY);
        pasts.add(AGREEMENT, new Pasts.Standing(UUID.randomUUID(), false, period, issuedOn, "F", Pasts.Doubt.NONE));
        return pasts.of(AGREEMENT, List.of(readings))
                .billed()
                .orElseThrow()
                .register()
                .litres();
    }

    private static Reading read(LocalDate day, long cubicMetres) {
        return new Reading("A", day, Volume.ofCubicMetres(cubicMetres), ReadingSource.AGENT, ReadingQuality.ACTUAL);
    }
}
