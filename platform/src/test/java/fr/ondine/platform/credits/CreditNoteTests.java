package fr.ondine.platform.credits;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditNoteTests {

    private static final VatRate VAT = new VatRate(new BigDecimal("5.5"));

    @Test
    void whatever_is_taken_back_in_parts_the_last_part_leaves_no_cent() {
        var random = new Random(20261128);
        for (var round = 0; round < 300; round++) {
            var nets = new ArrayList<Money>();
            for (var made = random.nextInt(1, 6); made > 0; made--) {
                nets.add(euros(BigDecimal.valueOf(random.nextInt(1, 20_000), 2)));
            }
            var vat = VAT.on(sum(nets), RoundingMode.HALF_UP);
            var taken = Money.zero();
            var left = new ArrayList<>(nets);
            for (var at = 0; at < nets.size(); at++) {
                var note = CreditNote.of(
                        invoice(InvoiceKind.ACTUAL, nets, left, vat.minus(taken)),
                        Map.of(at, nets.get(at)),
                        RoundingMode.HALF_UP);
                taken = taken.plus(note.vat());
                left.set(at, Money.zero());
            }
            assertThat(taken).as(nets.toString()).isEqualTo(vat);
        }
    }

    @Test
    void an_estimate_is_taken_back_whole_or_not_at_all() {
        var nets = List.of(euros("100.00"), euros("20.00"));
        var estimate = invoice(InvoiceKind.ESTIMATED, nets, nets, euros("6.60"));

        assertThatThrownBy(() -> CreditNote.of(estimate, Map.of(0, euros("50.00")), RoundingMode.HALF_UP))
                .isInstanceOf(CreditRefused.class)
                .hasMessageContaining("part-of-estimate");
        assertThat(CreditNote.ofAll(estimate).total()).isEqualTo(euros("126.60"));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(), Money::plus);
    }

    private static CreditableInvoice invoice(InvoiceKind kind, List<Money> nets, List<Money> left, Money vatLeft) {
        var lines = new ArrayList<CreditableLine>();
        for (var at = 0; at < nets.size(); at++) {
            var net = nets.get(at);
            lines.add(new CreditableLine(
                    at,
                    "WATER",
                    "Consommation",
                    new Quantity(BigDecimal.ONE, "m³"),
                    new UnitPrice(net.amount(), net.currency()),
                    1,
                    VAT,
                    net,
                    left.get(at)));
        }
        return new CreditableInvoice(
                new InvoiceId(UUID.randomUUID()),
                kind,
                new AgreementId(UUID.randomUUID()),
                LocalDate.of(2026, 1, 15),
                vatLeft,
                lines);
    }
}
