package fr.ondine.platform.billing;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.ClaimKeyDesk;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Looking;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff look for invoices of anybody, and at all that one of them says. */
@PlatformTest
class ManagedInvoicesTests {

    private static final CurrentStaff PAUL =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);

    private final String number =
            String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 9_000_000_000_000_000L));
    private final LocalDate day = LocalDate.of(2026, 3, 1);

    @Autowired
    ManagedInvoices invoices;

    @Autowired
    ManagedAccounts accounts;

    @Autowired
    Invoices subscribers;

    @Autowired
    ClaimKeyDesk keys;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    private AgreementId agreement;

    @BeforeEach
    void a_contract() {
        agreement = in(() -> {
            var made = new Rows(database).agreement();
            run("update agreement set number = ? where id = ?", number, made.value());
            run(
                    "update customer set last_name = ? where id = (select customer_id from agreement where id = ?)",
                    "Zoé" + number,
                    made.value());
            return made;
        });
    }

    @Test
    void invoices_are_found_by_their_number_their_contract_and_its_holder() {
        var older = invoice("1", day);
        var newer = invoice("2", day.plusDays(1));

        assertThat(found(number)).containsExactly(newer, older);
        assertThat(found("zoe" + number)).containsExactly(newer, older);
        assertThat(found(number + "-1")).containsExactly(older);
        assertThat(found("x" + number)).isEmpty();
        assertThat(in(() -> invoices.numbered(PAUL, number + " 1"))).contains(older);
        assertThat(in(() -> invoices.numbered(PAUL, number))).isEmpty();
    }

    @Test
    void a_list_has_those_of_a_kind_of_days_or_that_nothing_has_settled() {
        var paid = invoice("1", day);
        in(() -> {
            bills().pay(paid, agreement, Bills.TOTAL, day.plusDays(9));
            return paid;
        });
        var owed = invoice("2", day.plusDays(1));
        var credit = in(() -> bills().creditNote(agreement, number + "3", day.plusDays(2)));
        var all = new InvoiceFilter(number, Optional.empty(), Optional.empty(), Optional.empty(), false);

        assertThat(found(all)).containsExactly(credit, owed, paid);
        assertThat(found(new InvoiceFilter(
                        number, Optional.of(InvoiceKind.CREDIT_NOTE), Optional.empty(), Optional.empty(), false)))
                .containsExactly(credit);
        assertThat(found(new InvoiceFilter(
                        number, Optional.empty(), Optional.of(day.plusDays(1)), Optional.of(day.plusDays(1)), false)))
                .containsExactly(owed);
        assertThat(found(new InvoiceFilter(number, Optional.empty(), Optional.empty(), Optional.empty(), true)))
                .containsExactly(owed);
    }

    @Test
    void a_long_list_goes_on_from_where_it_was_read_in_as_many_queries() {
        invoice("0", day);
        var one = in(() -> statements.of(() -> invoices.list(PAUL, of(number), Optional.empty())));
        for (var at = 1; at < ManagedInvoices.PAGE + 2; at++) {
            invoice(String.format("%03d", at), day);
        }

        var first = in(() -> invoices.list(PAUL, of(number), Optional.empty()));
        var second = in(() -> invoices.list(PAUL, of(number), first.next()));

        assertThat(first.rows()).hasSize(ManagedInvoices.PAGE);
        assertThat(second.rows()).hasSize(2).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.next()).isEmpty();
        assertThat(in(() -> statements.of(() -> invoices.list(PAUL, of(number), Optional.empty()))))
                .isEqualTo(one);
    }

    @Test
    void a_name_that_too_many_have_is_said_to_be_and_one_that_just_so_many_have_is_not() {
        invoice("1", day);
        TenantContext.runAs(
                SIEGVO,
                () -> transaction.executeWithoutResult(status -> {
                    var at = ManagedInvoices.CONTRACTS - 1;
                    run(
                            "insert into customer (id, reference, kind, last_name) select gen_random_uuid(), ? || n, 'PERSON', ?"
                                    + " from generate_series(1, ?) n",
                            number,
                            "Zoé" + number,
                            at);
                    run(
                            "insert into agreement (id, number, customer_id, service_point_id, service, payment_method, started_on)"
                                    + " select gen_random_uuid(), 'N' || c.reference, c.id, (select service_point_id from agreement"
                                    + " where id = ?), 'WATER', 'ON_INVOICE', date '2020-01-01' from customer c where c.reference like ?",
                            agreement.value(),
                            number + "%");
                    assertThat(invoices.list(PAUL, of("zoe" + number), Optional.empty())
                                    .isCut())
                            .isFalse();
                    run(
                            "insert into agreement (id, number, customer_id, service_point_id, service, payment_method, started_on)"
                                    + " select gen_random_uuid(), ?, customer_id, service_point_id, 'WATER', 'ON_INVOICE',"
                                    + " date '2020-01-01' from agreement where id = ?",
                            "M" + number,
                            agreement.value());
                    assertThat(invoices.list(PAUL, of("zoe" + number), Optional.empty())
                                    .isCut())
                            .isTrue();
                    assertThat(invoices.list(PAUL, of(number), Optional.empty()).isCut())
                            .isFalse();
                    status.setRollbackOnly();
                }));
    }

    /** With little in the tables the planner reads them whole: it is told not to, and shows whether it could do else. */
    @Test
    void the_list_is_read_along_its_index() {
        var mark = new InvoiceMark(day, "x");
        var plan = in(() -> {
            database.sql("set local enable_seqscan = off").update();
            database.sql("set local enable_sort = off").update();
            return String.join(
                    "\n",
                    database.sql("explain " + InvoiceRows.sql(InvoiceFilter.ALL, Optional.of(mark)))
                            .param("day", mark.issuedOn())
                            .param("mark", mark.number())
                            .param("kind", "")
                            .param("open", false)
                            .param("limit", ManagedInvoices.PAGE)
                            .query(String.class)
                            .list());
        });

        assertThat(plan).contains("invoice_newest").contains("Index Cond: (ROW(issued_on, number) <");
    }

    @Test
    void an_invoice_says_its_lines_its_meters_its_vat_and_what_is_owed() {
        var id = invoice("1", day);
        in(() -> {
            run(
                    "update invoice_line set price_units = 365, used_from = ?, used_until = ? where invoice_id = ? and position = 2",
                    day.minusDays(10),
                    day,
                    id.value());
            run(
                    "insert into invoice_meter values (?, 0, 'D 12', ?, 10000, ?, 50000, 40000, true)",
                    id.value(),
                    day.minusDays(100),
                    day);
            bills().pay(id, agreement, euros("7.75"), day.plusDays(1));
            return id;
        });

        var detail = in(() -> invoices.find(PAUL, id)).orElseThrow();

        assertThat(detail.agreement().id()).isEqualTo(agreement);
        assertThat(detail.lines())
                .extracting(IssuedLine::label)
                .containsExactly("Consommation d'eau potable", "Collecte des eaux usées");
        assertThat(detail.lines().getFirst().period())
                .isEqualTo(detail.invoice().period());
        assertThat(detail.lines().getLast().priced()).isEqualTo(365);
        assertThat(detail.lines().getLast().period().days()).isEqualTo(10);
        assertThat(detail.meters()).extracting(IssuedMeter::serial).containsExactly("D 12");
        assertThat(detail.vatByRate()).extracting(VatAtRate::amount).containsExactly(euros("2.75"), euros("5.00"));
        assertThat(detail.invoice().left()).isEqualTo(euros("100.00"));
        assertThat(detail.isCreditable()).isTrue();
        assertThat(in(() -> invoices.find(PAUL, new InvoiceId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void an_invoice_and_the_credit_note_that_takes_it_back_lead_to_each_other() {
        var id = invoice("1", day);
        var note = in(() -> {
            var made = bills().creditNote(agreement, number + "2", day.plusDays(2));
            run("update invoice set corrects = ?, reason = 'Relevé faux' where id = ?", id.value(), made.value());
            return made;
        });

        var invoice = in(() -> invoices.find(PAUL, id)).orElseThrow();
        var credit = in(() -> invoices.find(PAUL, note)).orElseThrow();

        assertThat(invoice.notes()).extracting(RelatedInvoice::id).containsExactly(note);
        assertThat(invoice.isCredited()).isTrue();
        assertThat(invoice.isCreditable()).isFalse();
        assertThat(credit.corrects().map(RelatedInvoice::id)).contains(id);
        assertThat(credit.reason()).isEqualTo("Relevé faux");
        assertThat(credit.isCreditable()).isFalse();
        assertThat(in(() -> invoices.list(PAUL, of(number), Optional.empty())).rows())
                .extracting(ListedInvoice::isCredited)
                .containsExactly(false, true);
    }

    @Test
    void whatever_an_invoice_holds_it_takes_as_many_queries() {
        var plain = invoice("1", day);
        var full = invoice("2", day);
        in(() -> {
            for (var at = 3; at < 30; at++) {
                run("insert into invoice_line values (?, ?, 'WATER', 'Ligne', 1, 'm³', 1, 1, 5.5)", full.value(), at);
            }
            return full;
        });

        assertThat(in(() -> statements.of(() -> invoices.find(PAUL, full))))
                .isEqualTo(in(() -> statements.of(() -> invoices.find(PAUL, plain))))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void an_account_says_who_holds_it_what_is_owed_and_who_may_open_it() {
        var id = invoice("1", day);
        in(() -> {
            var rows = new Rows(database);
            rows.meter(agreement);
            rows.link(rows.user(), agreement);
            return id;
        });

        var account = in(() -> accounts.find(PAUL, agreement)).orElseThrow();

        assertThat(account.agreement().holder().lastName()).isEqualTo("Zoé" + number);
        assertThat(account.meter()).isNotNull();
        assertThat(account.emails()).hasSize(1);
        assertThat(account.invoices().due()).isEqualTo(Bills.TOTAL);
        assertThat(account.invoices().asked())
                .extracting(InvoiceSummary::state)
                .containsExactly(ReceivableState.OVERDUE);
        assertThat(in(() -> accounts.find(PAUL, new AgreementId(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void the_paper_is_the_subscribers_without_their_claim_key() throws IOException {
        var id = invoice("1", day);
        var key =
                in(() -> keys.renew(PAUL, agreement, keys.file(PAUL, agreement).orElseThrow()));
        var user = in(() -> {
            var rows = new Rows(database);
            var made = rows.user();
            rows.link(made, agreement);
            return made;
        });

        assertThat(text(in(() -> subscribers.pdf(user, id)))).contains(number + "1", key);
        assertThat(in(() -> invoices.paper(PAUL, id)).fileName()).contains(number);
        assertThat(text(in(() -> invoices.paper(PAUL, id))))
                .contains(number + "1")
                .doesNotContain(key);
        assertThatThrownBy(() -> in(() -> invoices.paper(PAUL, new InvoiceId(UUID.randomUUID()))))
                .isInstanceOf(UnknownInvoice.class);
    }

    @Test
    void who_looks_as_the_subscriber_reads_their_claim_key_nowhere() {
        var id = invoice("1", day);
        var key =
                in(() -> keys.renew(PAUL, agreement, keys.file(PAUL, agreement).orElseThrow()));
        var user = in(() -> {
            var rows = new Rows(database);
            var made = rows.user();
            rows.link(made, agreement);
            return made;
        });
        var looking = new Looking("Anne Martin", Instant.now().plusSeconds(60), "/gestion");

        assertThat(heard(() -> subscribers.text(user, id))).contains(number + "1", key);
        assertThat(heard(() -> TenantContext.callLooking(looking, () -> subscribers.text(user, id))))
                .contains(number + "1")
                .doesNotContain(key);
    }

    private static String heard(Supplier<DocumentContent> text) {
        return new String(TenantContext.callAs(SIEGVO, text::get).bytes(), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    @Test
    void who_works_elsewhere_sees_nothing() {
        var id = invoice("1", day);
        TenantContext.runAs(MALESHERBOIS, () -> {
            assertThatThrownBy(() -> invoices.list(PAUL, InvoiceFilter.ALL, Optional.empty()))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> invoices.find(PAUL, id)).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> invoices.numbered(PAUL, "1")).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> invoices.paper(PAUL, id)).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> accounts.find(PAUL, agreement)).isInstanceOf(RoleMissing.class);
        });
    }

    private static String text(DocumentContent paper) throws IOException {
        try (var document = Loader.loadPDF(paper.bytes())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private InvoiceId invoice(String end, LocalDate issuedOn) {
        return in(() -> bills().invoice(agreement, number + end, issuedOn));
    }

    private Bills bills() {
        return new Bills(database, ledger);
    }

    private static InvoiceFilter of(String words) {
        return new InvoiceFilter(words, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private List<InvoiceId> found(String words) {
        return found(of(words));
    }

    private List<InvoiceId> found(InvoiceFilter filter) {
        return in(() -> invoices.list(PAUL, filter, Optional.empty())).rows().stream()
                .map(row -> row.invoice().id())
                .toList();
    }

    private void run(String sql, Object... values) {
        database.sql(sql).params(values).update();
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
