package fr.ondine.ui.explanations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.PriceOrigin;
import fr.ondine.platform.tariffs.PriceTrace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceChangesTests {

    private static final LocalDate BEFORE = LocalDate.of(2025, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2025, 10, 1);

    @Test
    void a_price_of_what_is_consumed_that_changes_shares_out_the_consumption() {
        assertThat(PriceChanges.of(List.of(line("Eau", "m³", BEFORE), line("Eau", "m³", AFTER))))
                .isEqualTo(Map.of(AFTER, PriceChanges.Of.CONSUMPTION));
    }

    @Test
    void a_standing_charge_that_changes_alone_says_nothing_of_consumption() {
        assertThat(PriceChanges.of(List.of(
                        line("Abonnement", "jours", BEFORE),
                        line("Abonnement", "jours", AFTER),
                        line("Eau", "m³", BEFORE))))
                .isEqualTo(Map.of(AFTER, PriceChanges.Of.DAYS));
    }

    @Test
    void where_both_change_on_one_day_it_is_said_of_the_consumption() {
        assertThat(PriceChanges.of(List.of(
                        line("Abonnement", "jours", BEFORE),
                        line("Abonnement", "jours", AFTER),
                        line("Eau", "m³", BEFORE),
                        line("Eau", "m³", AFTER))))
                .isEqualTo(Map.of(AFTER, PriceChanges.Of.CONSUMPTION));
    }

    @Test
    void a_price_that_comes_from_nobody_knows_where_is_no_change() {
        var untraced = line("Eau", "m³", PriceTrace.NONE);
        assertThat(PriceChanges.of(List.of(untraced, line("Eau", "m³", AFTER)))).isEmpty();
        assertThat(PriceChanges.of(List.of(untraced, untraced))).isEmpty();
    }

    private static BilledLine line(String label, String unit, LocalDate validFrom) {
        var origin = new PriceOrigin(validFrom, "n° 1", new Period(validFrom, validFrom.plusDays(9)));
        return line(
                label,
                unit,
                new PriceTrace(Optional.empty(), false, List.of(origin), Optional.empty(), Optional.empty()));
    }

    private static BilledLine line(String label, String unit, PriceTrace trace) {
        return new BilledLine(
                InvoiceSection.WATER,
                label,
                new Quantity(BigDecimal.TEN, unit),
                UnitPrice.euros("2"),
                1,
                null,
                Money.euros("20.00"),
                new VatRate(new BigDecimal("5.5")),
                false,
                null,
                trace);
    }
}
