package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an import posts to the ledger. */
class LedgerOfImportsTests extends ImportTest {

    @Autowired
    Ledger ledger;

    @Test
    void invoices_and_payments_are_posted_in_balance() {
        load(aHousehold());
        assertThat(postings("2026000001")).isEqualTo("RECEIVABLE 116.50, REVENUE -110.00, VAT -6.50");
        assertThat(balance("2026000001")).isEqualByComparingTo("66.50");
        assertThat(balance("2023000001")).isEqualByComparingTo("105.50");
        assertThat(one(BigDecimal.class, "select sum(amount) from posting")).isEqualByComparingTo("0");
    }

    @Test
    void what_an_invoice_does_not_take_and_what_names_none_pays_the_oldest() {
        load(aHousehold()
                .adding("paiements.csv", "R2;99 0000 001;2026-000001;carte;80,00;15/02/2026;;")
                .adding("paiements.csv", "R3;99 0000 001;;virement;10,00;15/02/2026;;"));
        assertThat(balance("2026000001")).isEqualByComparingTo("0");
        assertThat(balance("2023000001")).as("105.50 less 13.50 and 10.00").isEqualByComparingTo("82.00");
        assertThat(sum("UNALLOCATED")).isEqualByComparingTo("0");
        assertThat(sum("CARD_CLEARING")).isEqualByComparingTo("80.00");
        assertThat(sum("BANK")).isEqualByComparingTo("60.00");
    }

    @Test
    void what_was_paid_before_an_invoice_of_the_same_file_is_not_carried_over_to_it() {
        load(aHousehold().adding("paiements.csv", "R0;99 0000 001;2023-000001;chèque;105,50;10/08/2023;;"));
        assertThat(carriedOver("2026000001")).isEqualTo(Money.zero());
    }

    @Test
    void what_was_owed_before_an_invoice_of_the_same_file_is_carried_over_to_it() {
        load(aHousehold());
        assertThat(carriedOver("2026000001")).isEqualTo(Money.euros("105.50"));
    }

    private Money carriedOver(String number) {
        var invoice = one(UUID.class, "select id from invoice where number = '" + number + "'");
        var agreement = one(UUID.class, "select agreement_id from invoice where number = '" + number + "'");
        return TenantContext.callAs(
                tenant,
                () -> ledger.carriedOver(
                                new ReceivableId(invoice), new AgreementId(agreement), LocalDate.of(2026, 1, 12))
                        .balance());
    }

    @Test
    void a_payment_that_came_back_leaves_the_invoice_owed_and_takes_nothing_from_the_next() {
        load(aHousehold()
                .adding("paiements.csv", "R2;99 0000 001;2026-000001;prelevement;66,50;02/02/2026;rejete;05/02/2026")
                .adding("paiements.csv", "R3;99 0000 001;2026-000001;prelevement;66,50;20/02/2026;;"));
        assertThat(balance("2026000001")).isEqualByComparingTo("0");
        assertThat(sum("UNALLOCATED")).isEqualByComparingTo("0");
        assertThat(one(String.class, "select string_agg(state, ' ' order by reference) from payment"))
                .isEqualTo("SETTLED RETURNED SETTLED");
    }

    @Test
    void a_payment_may_come_back_in_a_later_file_but_only_once() {
        load(aHousehold());
        var returned = aHousehold().replacing("paiements.csv", "01/02/2026;;", "01/02/2026;rejete;05/02/2026");
        assertThat(load(returned).counts())
                .filteredOn(count -> count.file().equals("paiements.csv"))
                .allMatch(count -> count.changed() == 1);
        assertThat(balance("2026000001")).isEqualByComparingTo("116.50");
        assertThat(load(returned).counts()).allMatch(count -> count.changed() == 0);
        assertThat(balance("2026000001")).isEqualByComparingTo("116.50");
        assertThat(load(aHousehold()).text()).contains("ce paiement a déjà été transmis avec un autre contenu");
    }

    @Test
    void a_credit_note_is_posted_with_its_negative_amounts() {
        load(aHousehold()
                .adding("factures.csv", "2026-000002;99 0000 001;avoir;20/01/2026;20/01/2026;;;;-10,00;-0,55;-10,55;")
                .adding("lignes_facture.csv", "2026-000002;1;eau;Trop relevé;-5;m³;2;-10,00;5,5"));
        assertThat(postings("2026000002")).isEqualTo("RECEIVABLE -10.55, REVENUE 10.00, VAT 0.55");
        assertThat(balance("2026000002")).as("it is set against the oldest").isEqualByComparingTo("0");
        assertThat(balance("2023000001")).isEqualByComparingTo("94.95");
        assertThat(count("ledger_entry where kind = 'CREDIT_NOTE'")).isOne();
    }

    @Test
    void a_payment_differs_when_its_amount_does() {
        load(aHousehold());
        assertThat(load(aHousehold().replacing("paiements.csv", "50,00", "51,00"))
                        .text())
                .contains("paiements.csv, ligne 2, colonne reference, « R1 » : ce paiement a déjà été transmis");
    }

    private BigDecimal balance(String invoice) {
        return one(
                BigDecimal.class,
                "select sum(p.amount) from posting p join invoice i on i.id = p.invoice_id where account = 'RECEIVABLE'"
                        + " and i.number = '" + invoice + "'");
    }

    private BigDecimal sum(String account) {
        return one(BigDecimal.class, "select coalesce(sum(amount), 0) from posting where account = '" + account + "'");
    }

    private String postings(String invoice) {
        return one(
                String.class,
                "select string_agg(p.account || ' ' || p.amount, ', ' order by p.position) from posting p"
                        + " join ledger_entry e on e.id = p.entry_id join invoice i on e.source = 'invoice:' || i.id"
                        + " where i.number = '" + invoice + "'");
    }
}
