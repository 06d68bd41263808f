package fr.ondine.platform.leaks;

import static fr.ondine.platform.runs.BilledStay.AUTUMN;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.testing.PlatformTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is estimated after a leak is what is used there again. */
@PlatformTest
class LeakEstimatesTests extends LeakScene {

    @Test
    void the_next_estimate_is_not_of_what_leaked() {
        billed(200);

        stay.isBilled(RunKind.ESTIMATED, AUTUMN);

        assertThat(estimated()).as("100 m³ of 365 days for 186").isEqualByComparingTo("50.959");
    }

    @Test
    void it_is_of_what_was_used_where_that_was_no_leak() {
        billed(200);
        refuse("Vous avez rempli une piscine.");

        stay.isBilled(RunKind.ESTIMATED, AUTUMN);

        assertThat(estimated()).as("200 m³ of 179 days for 186").isEqualByComparingTo("207.821");
    }

    @Test
    void a_leak_that_a_reading_shows_is_asked_for_by_the_invoice_that_tells_of_it_alone() {
        stay.isRead(READ, 300);
        taken();
        stay.isBilled(RunKind.ESTIMATED, SPRING);
        assertThat(estimated()).as("100 m³ of 365 days for 181").isEqualByComparingTo("49.589");
        assertThat(file().invoice()).isEmpty();

        stay.isRead(LocalDate.of(2026, 12, 29), 350);
        stay.isBilled(RunKind.ACTUAL, AUTUMN);

        assertThat(file().volume()).as("one file, of all that was used").isEqualTo(Volume.ofCubicMetres(250));
        assertThat(file().invoice()).isPresent();
        assertThat(file().isBilledWithoutNotice()).isFalse();
    }

    private BigDecimal estimated() {
        return stay.in(() -> database.sql("select volume_m3 from invoice where id = ?")
                .param(stay.lastInvoice().value())
                .query(BigDecimal.class)
                .single());
    }
}
