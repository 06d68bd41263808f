package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A payment made on the portal that the billing software sends back: it is the same money. */
class PortalPaymentsInImportsTests extends ImportTest {

    static final Money PAID = Money.euros("66.50");

    @Autowired
    Ledger ledger;

    @BeforeEach
    void paid_on_the_portal() {
        load(aHousehold());
        var payment = UUID.randomUUID();
        var invoice = new ReceivableId(one(UUID.class, "select id from invoice where number = '2026000001'"));
        var agreement = new AgreementId(one(UUID.class, "select id from agreement where number = '990000001'"));
        TenantContext.runAs(
                tenant,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("""
                            insert into payment (id, agreement_id, invoice_id, method, provider, amount, state,
                                                 provider_payment, initiated_at, settled_at, received_on)
                            values (?, ?, ?, 'CARD', 'STRIPE', 66.50, 'SETTLED', 'pi_1', now(), now(), '2026-02-10')""")
                            .params(payment, agreement.value(), invoice.value())
                            .update();
                    ledger.post(LedgerEntry.payment(
                            payment, agreement, Receipt.CARD, LocalDate.of(2026, 2, 10), PAID, Map.of(invoice, PAID)));
                }));
    }

    @Test
    void is_not_booked_again_under_the_providers_number() {
        var again = aHousehold().adding("paiements.csv", "pi_1;99 0000 001;2026-000001;carte;66,50;12/02/2026;;");

        var report = load(again);

        assertThat(report.refusals()).isEmpty();
        assertThat(report.counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);
        assertThat(count("payment")).isEqualTo(2);
        assertThat(sum("CARD_CLEARING")).isEqualByComparingTo("66.50");
        assertThat(sum("UNALLOCATED")).isZero();
    }

    @Test
    void is_refused_when_it_differs() {
        assertThat(load(aHousehold().adding("paiements.csv", "pi_1;99 0000 001;2026-000001;carte;66,00;12/02/2026;;"))
                        .text())
                .contains("« pi_1 » : ce paiement a déjà été transmis avec un autre contenu");
    }

    @Test
    void its_return_is_the_providers_word_alone() {
        var returned = aHousehold()
                .adding("paiements.csv", "pi_1;99 0000 001;2026-000001;carte;66,50;12/02/2026;rejete;13/02/2026");

        assertThat(load(returned).refusals()).isEmpty();

        assertThat(count("ledger_entry where kind = 'RETURN'")).isZero();
        assertThat(sum("CARD_CLEARING")).isEqualByComparingTo("66.50");
    }

    /** The provider told the portal only after the import had brought it. */
    @Test
    void one_that_an_import_brought_first_comes_back_by_the_providers_word_alone() {
        var brought = aHousehold().adding("paiements.csv", "pi_3;99 0000 001;2023-000001;carte;105,50;12/02/2026;;");
        load(brought);
        TenantContext.runAs(
                tenant,
                () -> transaction.executeWithoutResult(
                        status -> database.sql("""
                            insert into payment (id, agreement_id, invoice_id, method, provider, amount, state,
                                                 provider_payment, initiated_at, settled_at, received_on)
                            select uuidv7(), agreement_id, id, 'CARD', 'STRIPE', 105.50, 'SETTLED', 'pi_3', now(), now(),
                                   '2026-02-12' from invoice where number = '2023000001'""").update()));

        assertThat(load(brought).refusals()).isEmpty();
        assertThat(load(brought.replacing(
                                "paiements.csv", "105,50;12/02/2026;;", "105,50;12/02/2026;rejete;13/02/2026"))
                        .refusals())
                .isEmpty();

        assertThat(count("ledger_entry where kind = 'RETURN'")).isZero();
        assertThat(sum("CARD_CLEARING")).isEqualByComparingTo("172.00");
    }

    @Test
    void another_payment_by_card_is_booked() {
        load(aHousehold().adding("paiements.csv", "pi_2;99 0000 001;2023-000001;carte;105,50;12/02/2026;;"));

        assertThat(sum("CARD_CLEARING")).isEqualByComparingTo("172.00");
    }

    private BigDecimal sum(String account) {
        return one(BigDecimal.class, "select coalesce(sum(amount), 0) from posting where account = '" + account + "'");
    }
}
