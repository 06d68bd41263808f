package fr.ondine.platform.fees;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.Credited;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A tariff with two services on request, 48.00 and 35.50 without VAT, beside what is due on each invoice. */
@PlatformTest
class FeeBillsTests {

    private static final CurrentStaff ANNE = staff(SIEGVO, StaffRole.BILLER);

    @Autowired
    FeeBills bills;

    @Autowired
    CreditNotes credits;

    @Autowired
    Debts debts;

    @Autowired
    Ledger ledger;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    AgreementId agreement;
    UUID version;
    LocalDate today;

    @BeforeEach
    void an_agreement_with_services_on_request() {
        in(() -> {
            var tariff = UUID.randomUUID();
            insert(
                    "tariff (id, code, name, service, is_default) values (?, ?, 'Eau', 'WATER', false)",
                    tariff,
                    tariff.toString());
            version = UUID.randomUUID();
            insert(
                    "tariff_version (id, tariff_id, valid_from, resolution, state, revision, changed_by, changed_at,"
                            + " published_by, published_at)"
                            + " values (?, ?, '2020-01-01', '2019/3', 'PUBLISHED', 1, 'test', now(), 'test', now())",
                    version,
                    tariff);
            fee("ACCES", "Frais d'accès au service", "48.00", "10", true);
            fee("CONTROLE", "Contrôle du compteur", "35.50", "20", true);
            fee("FORFAIT", "Forfait de gestion", "5.00", "5.5", false);
            agreement = new Rows(database).agreement();
            insert(
                    "agreement_tariff (agreement_id, valid_from, tariff_id) values (?, date '2020-01-01', ?)",
                    agreement.value(),
                    tariff);
            today = LocalDate.now(clock);
            return tariff;
        });
    }

    @Test
    void what_can_be_billed_is_what_the_tariff_has_on_request() {
        assertThat(in(() -> bills.offer(ANNE, agreement)).fees())
                .extracting(OfferedFee::code, OfferedFee::label, OfferedFee::total)
                .containsExactly(
                        tuple("ACCES", "Frais d'accès au service", euros("52.80")),
                        tuple("CONTROLE", "Contrôle du compteur", euros("42.60")));
    }

    @Test
    void before_a_tariff_holds_nothing_can_be_billed() {
        in(() -> database.sql("update agreement_tariff set valid_from = date '2990-01-01' where agreement_id = ?")
                .param(agreement.value())
                .update());

        assertThat(in(() -> bills.offer(ANNE, agreement)).fees()).isEmpty();
    }

    @Test
    void what_is_looked_at_is_kept_nowhere() {
        var draft = draft(FeeKind.ONE_OFF, "ACCES", "CONTROLE");

        assertThat(draft.net()).isEqualTo(euros("83.50"));
        assertThat(draft.vat()).as("4.80 and 7.10").isEqualTo(euros("11.90"));
        assertThat(invoices()).isEmpty();
    }

    @Test
    void what_is_issued_is_numbered_and_posted_with_its_lines_and_written_down() {
        var invoice = issue(draft(FeeKind.OPENING, "ACCES"));

        assertThat(invoices()).containsExactly("OPENING 52.80");
        assertThat(in(() -> database.sql(
                                "select label || ' ' || quantity || ' ' || unit || ' ' || net_amount || ' ' || charge"
                                        + " from invoice_line where invoice_id = ?")
                        .param(invoice.value())
                        .query(String.class)
                        .list()))
                .containsExactly("Frais d'accès au service 1.000 forfait 48.00 ACCES");
        assertThat(in(() -> database.sql(
                                "select account || ' ' || amount from posting where agreement_id = ? order by position")
                        .param(agreement.value())
                        .query(String.class)
                        .list()))
                .containsExactly("RECEIVABLE 52.80", "REVENUE -48.00", "VAT -4.80");
        assertThat(in(() -> debts.of(agreement).asked())).isEqualTo(euros("52.80"));
        assertThat(in(() -> database.sql("select actor || ' ' || action from audit_entry where subject = ?")
                        .param("invoice:" + invoice.value())
                        .query(String.class)
                        .list()))
                .containsExactly(ANNE.actor() + " invoice.issued");
    }

    @Test
    void numbers_follow_those_of_all_invoices() {
        var first = number(issue(draft(FeeKind.ONE_OFF, "ACCES")));
        var next = number(issue(draft(FeeKind.ONE_OFF, "ACCES")));

        assertThat(Long.parseLong(next)).isEqualTo(Long.parseLong(first) + 1);
    }

    @Test
    void asked_for_twice_at_once_it_is_one_invoice() throws Exception {
        var draft = draft(FeeKind.ONE_OFF, "ACCES");
        Callable<InvoiceId> issue = () -> issue(draft);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(Collections.nCopies(4, issue));
            for (var outcome : outcomes) {
                assertThat(outcome.get()).isEqualTo(new InvoiceId(draft.id()));
            }
        }

        assertThat(invoices()).containsExactly("ONE_OFF 52.80");
    }

    @Test
    void an_agreement_is_opened_once_unless_that_was_taken_back() {
        var looked = draft(FeeKind.OPENING, "ACCES");
        var invoice = issue(draft(FeeKind.OPENING, "ACCES"));

        assertThatThrownBy(() -> issue(looked)).hasMessageContaining("opened-already");
        assertThatThrownBy(() -> draft(FeeKind.OPENING, "ACCES")).hasMessageContaining("opened-already");
        issue(draft(FeeKind.ONE_OFF, "ACCES"));
        in(() -> new Credited(credits).whole(invoice, "Erreur"));
        issue(draft(FeeKind.OPENING, "ACCES"));

        assertThat(invoices())
                .containsExactlyInAnyOrder("OPENING 52.80", "ONE_OFF 52.80", "CREDIT_NOTE -52.80", "OPENING 52.80");
    }

    @Test
    void what_would_say_something_else_by_now_is_not_issued() {
        var draft = draft(FeeKind.ONE_OFF, "ACCES");
        in(() -> database.sql("update customer set last_name = 'Durand' where id ="
                        + " (select customer_id from agreement where id = ?)")
                .param(agreement.value())
                .update());

        assertThatThrownBy(() -> issue(draft)).hasMessageContaining("fees.changed");
        assertThat(invoices()).isEmpty();
    }

    @Test
    void what_cannot_be_billed_is_refused() {
        assertThatThrownBy(() -> draft(FeeKind.ONE_OFF)).hasMessageContaining("none-chosen");
        assertThatThrownBy(() -> draft(FeeKind.ONE_OFF, "FORFAIT"))
                .as("what is due on each invoice is no service on request")
                .hasMessageContaining("no-longer-offered");
        assertThatThrownBy(() -> in(() -> bills.draft(
                        ANNE, agreement, new FeeOrder(FeeKind.ONE_OFF, Set.of("ACCES"), today.minusDays(1)))))
                .hasMessageContaining("due-outside");
        in(() -> database.sql("update customer set last_name = '' where id ="
                        + " (select customer_id from agreement where id = ?)")
                .param(agreement.value())
                .update());
        assertThatThrownBy(() -> draft(FeeKind.ONE_OFF, "ACCES")).hasMessageContaining("holder-incomplete");
    }

    @Test
    void credit_that_was_there_pays_it() {
        in(() -> ledger.post(
                LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, today, euros("50.00"), Map.of())));

        issue(draft(FeeKind.ONE_OFF, "ACCES"));

        assertThat(in(() -> database.sql(
                                "select sum(amount) from posting where agreement_id = ? and account = 'RECEIVABLE'")
                        .param(agreement.value())
                        .query(BigDecimal.class)
                        .single()))
                .isEqualByComparingTo("2.80");
    }

    @Test
    void those_who_do_not_bill_and_those_of_other_utilities_neither_see_nor_issue_it() {
        var draft = draft(FeeKind.ONE_OFF, "ACCES");
        for (var other : List.of(staff(SIEGVO, StaffRole.AGENT), staff(MALESHERBOIS, StaffRole.ADMINISTRATOR))) {
            assertThatThrownBy(() -> in(() -> bills.offer(other, agreement))).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> in(() -> bills.issue(other, agreement, draft)))
                    .isInstanceOf(RoleMissing.class);
        }
    }

    private FeeBill draft(FeeKind kind, String... codes) {
        return in(() -> bills.draft(ANNE, agreement, new FeeOrder(kind, Set.of(codes), today.plusDays(30))));
    }

    private InvoiceId issue(FeeBill bill) {
        return in(() -> bills.issue(ANNE, agreement, bill)).id();
    }

    private List<String> invoices() {
        return in(() -> database.sql("select kind || ' ' || total_amount from invoice where agreement_id = ?")
                .param(agreement.value())
                .query(String.class)
                .list());
    }

    private String number(InvoiceId invoice) {
        return in(() -> database.sql("select number from invoice where id = ?")
                .param(invoice.value())
                .query(String.class)
                .single());
    }

    private void fee(String code, String label, String price, String vat, boolean onRequest) {
        insert(
                "tariff_charge (version_id, code, position, kind, label, section, beneficiary, rate_basis, vat_rate,"
                        + " vat_mention, is_per_dwelling, is_on_request)"
                        + " values (?, ?, (select count(*) from tariff_charge where version_id = ?), 'FEE', ?, 'OTHER',"
                        + " 'OPERATOR', 'DAY_OF_INVOICE', ?::numeric, '', false, ?)",
                version,
                code,
                version,
                label,
                vat,
                onRequest);
        insert(
                "tariff_price (version_id, charge_code, from_litres, price) values (?, ?, 0, ?::numeric)",
                version,
                code,
                price);
    }

    private void insert(String row, Object... values) {
        database.sql("insert into " + row).params(values).update();
    }

    private static CurrentStaff staff(TenantId utility, StaffRole role) {
        return ProvenStaff.of(utility.slug(), UUID.randomUUID(), "a@b.example", "Anne", role, 0);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
