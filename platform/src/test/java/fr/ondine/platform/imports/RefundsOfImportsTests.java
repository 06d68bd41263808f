package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debt;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.tenancy.TenantContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that the utility gave back, as its files tell it. */
class RefundsOfImportsTests extends ImportTest {

    private static final String HEADER = "reference;contrat;mode;montant;date\n";

    @Autowired
    Debts debts;

    @Autowired
    Ledger ledger;

    @Test
    void a_credit_that_was_given_back_leaves_the_next_invoice_as_it_is() {
        load(withCredit());
        assertThat(debt().open())
                .extracting(OpenReceivable::left)
                .as("the oldest is covered first")
                .containsExactly(Money.euros("75.50"), Money.euros("66.50"));

        load(refunds("B1;99 0000 001;virement;30,00;20/02/2026"));

        assertThat(debt().open())
                .extracting(OpenReceivable::left)
                .containsExactly(Money.euros("105.50"), Money.euros("66.50"));
        assertThat(debt().due()).isEqualTo(Money.euros("172.00"));
        assertThat(one(BigDecimal.class, "select sum(amount) from posting where account = 'BANK'"))
                .isEqualByComparingTo("50.00");
    }

    @Test
    void the_same_refund_again_changes_nothing() {
        var files = refunds("B1;88 0000 001;virement;30,00;20/02/2026");
        load(files);

        assertThat(load(files).counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);

        assertThat(count("refund")).isOne();
        assertThat(count("ledger_entry where kind = 'REFUND'")).isOne();
        assertThat(one(BigDecimal.class, "select sum(amount) from posting")).isEqualByComparingTo("0");
    }

    @Test
    void one_that_differs_or_belongs_to_nobody_or_is_yet_to_come_is_refused() {
        load(refunds("B1;99 0000 001;virement;30,00;20/02/2026"));
        var tomorrow = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(1);

        assertThat(load(refunds(
                                "B1;99 0000 001;virement;31,00;20/02/2026",
                                "B2;99 0000 009;cheque;5,00;20/02/2026",
                                "B3;99 0000 001;especes;5,00;" + tomorrow))
                        .text())
                .contains(
                        "remboursements.csv, ligne 2, colonne reference, « B1 » : ce remboursement a déjà été transmis",
                        "remboursements.csv, ligne 3, colonne contrat, « 99 0000 009 » : ce contrat est inconnu",
                        "remboursements.csv, ligne 4, colonne date, « " + tomorrow + " » : cette date est à venir");
        assertThat(count("refund")).isOne();
    }

    @Test
    void nothing_is_given_back_by_less_than_nothing() {
        assertThat(load(refunds("B1;99 0000 001;virement;-5,00;20/02/2026")).text())
                .contains("remboursements.csv, ligne 2, colonne montant");
    }

    /** Staff noted it when their bank had paid it, and their software tells of the same transfer. */
    @Test
    void what_staff_noted_as_given_back_of_a_plan_is_the_same_money() {
        load(withCredit());
        staffNotedOfAPlan("30.00", LocalDate.of(2026, 2, 18));
        var told = refunds("B1;99 0000 001;virement;30,00;20/02/2026");

        assertThat(load(told).refusals()).isEmpty();
        assertThat(load(told).counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);

        assertThat(count("ledger_entry where kind = 'REFUND'")).isOne();
        assertThat(debt().due()).isEqualTo(Money.euros("172.00"));
        load(refunds("B1;99 0000 001;virement;30,00;20/02/2026", "B2;99 0000 001;virement;30,00;21/02/2026"));
        assertThat(debt().due()).as("another one of as much").isEqualTo(Money.euros("202.00"));
    }

    @Test
    void what_was_given_back_at_another_time_or_of_another_amount_is_other_money() {
        load(withCredit());
        staffNotedOfAPlan("30.00", LocalDate.of(2025, 2, 18));
        staffNotedOfAPlan("20.00", LocalDate.of(2026, 2, 18));

        load(refunds("B1;99 0000 001;virement;30,00;20/02/2026"));

        assertThat(count("ledger_entry where kind = 'REFUND'")).isEqualTo(3);
    }

    private void staffNotedOfAPlan(String amount, LocalDate on) {
        var plan = UUID.randomUUID();
        var agreement = one(UUID.class, "select id from agreement where number = '990000001'");
        TenantContext.runAs(
                tenant,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql(
                                    "insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis,"
                                            + " agreed_on, agreed_by, closed_on, closed_by, closing)"
                                            + " values (?, ?, 'CLOSED', 1, 5, 300, 'STAFF', ?, 'anne', ?, 'anne', 'YEAR_END')")
                            .params(plan, agreement, on.minusDays(360), on.minusDays(9))
                            .update();
                    database.sql("insert into plan_refund (plan_id, agreement_id, amount, noted_on, paid_on, paid_by,"
                                    + " paid_amount) values (?, ?, ?::numeric, ?, ?, 'anne', ?::numeric)")
                            .params(plan, agreement, amount, on.minusDays(9), on, amount)
                            .update();
                    ledger.post(LedgerEntry.refund(
                            plan, new AgreementId(agreement), Receipt.BANK, on, Money.euros(amount)));
                }));
    }

    private static FileSet refunds(String... rows) {
        return withCredit().with("remboursements.csv", HEADER + String.join("\n", rows) + "\n");
    }

    private static FileSet withCredit() {
        return aHousehold().adding("paiements.csv", "R2;99 0000 001;;virement;30,00;15/02/2026;;");
    }

    private Debt debt() {
        var agreement = new AgreementId(one(UUID.class, "select id from agreement where number = '990000001'"));
        return TenantContext.callAs(tenant, () -> debts.of(agreement));
    }
}
