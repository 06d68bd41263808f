package fr.ondine.platform.credits;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.Waiters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class CreditNotesTests {

    private static final CurrentStaff BERNARD = staff(SIEGVO, StaffRole.BILLER);
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 15);

    @Autowired
    CreditNotes credits;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    private Credited credited;
    private AgreementId agreement;
    private ReceivableId invoice;

    /** Of 100.00 and 20.00 at 5.5 %: 6.60 of VAT, 126.60 in all. */
    @BeforeEach
    void an_invoice_that_is_owed() {
        credited = new Credited(credits);
        in(() -> {
            var rows = new Rows(database);
            agreement = rows.agreement();
            invoice = rows.invoice(agreement, euros("120.00"), euros("6.60"));
            line(0, "Consommation", "50", "100.00");
            line(1, "Abonnement", "1", "20.00");
            ledger.post(LedgerEntry.invoice(invoice, agreement, ISSUED, euros("120.00"), euros("6.60")));
            return invoice;
        });
    }

    @Test
    void an_invoice_that_is_taken_back_whole_is_owed_no_more() {
        var note = in(() -> credited.whole(id(), "Relevé faux"));

        assertThat(owed(invoice)).isEqualTo(euros("0.00"));
        assertThat(owed(new ReceivableId(note.value()))).isEqualTo(euros("0.00"));
        assertThat(lines(note)).containsExactly("Consommation -50.000 -100.00", "Abonnement -1.000 -20.00");
        assertThat(one("select kind || ' ' || total_amount || ' ' || reason from invoice where id = ?", note))
                .isEqualTo("CREDIT_NOTE -126.60 Relevé faux");
    }

    /** A run may date what it issues ahead, into the next series of numbers. */
    @ParameterizedTest
    @CsvSource({"-10, 0", "0, 0", "20, 20", "90, 90"})
    void a_credit_note_is_never_older_than_the_invoice_that_it_takes_back(int dated, int days) {
        var today = LocalDate.now(clock);
        var ahead = in(() -> issued(today.plusDays(dated)));

        var note = in(() -> credited.whole(new InvoiceId(ahead.value()), "Relevé faux"));

        var day = today.plusDays(days);
        assertThat(one("select issued_on || ' ' || due_on from invoice where id = ?", note))
                .isEqualTo(day + " " + day);
        assertThat(one("select effective_on from ledger_entry where source = 'correction:' || ?", note))
                .isEqualTo(day.toString());
        assertThat(one("select number from invoice where id = ?", note)).contains(String.valueOf(day.getYear()));
        assertThat(in(() -> ledger.carriedOver(new ReceivableId(note.value()), agreement, day))
                        .balance())
                .as("both that are owed, before this note")
                .isEqualTo(euros("232.10"));
    }

    private ReceivableId issued(LocalDate day) {
        var ahead = new Rows(database).invoice(agreement, euros("100.00"), euros("5.50"));
        database.sql("update invoice set issued_on = ?, due_on = ? where id = ?")
                .params(day, day.plusDays(30), ahead.value())
                .update();
        line(ahead, 0, "Consommation", "50", "100.00");
        ledger.post(LedgerEntry.invoice(ahead, agreement, day, euros("100.00"), euros("5.50")));
        return ahead;
    }

    @Test
    void what_takes_a_negative_invoice_back_asks_for_money_and_leaves_the_days_to_pay_that_an_invoice_leaves() {
        var negative = in(() -> {
            var given = new Rows(database).invoice(agreement, euros("-100.00"), euros("-5.50"));
            database.sql("update invoice set due_on = issued_on + 30 where id = ?")
                    .param(given.value())
                    .update();
            line(given, 0, "Consommation", "-50", "-100.00");
            ledger.post(LedgerEntry.invoice(given, agreement, ISSUED, euros("-100.00"), euros("-5.50")));
            return given;
        });

        var asking = in(() -> credited.whole(new InvoiceId(negative.value()), "Relevé faux"));
        var giving = in(() -> credited.whole(id(), "Relevé faux"));

        assertThat(one("select total_amount || ' ' || (due_on - issued_on) from invoice where id = ?", asking))
                .isEqualTo("105.50 30");
        assertThat(one("select total_amount || ' ' || (due_on - issued_on) from invoice where id = ?", giving))
                .isEqualTo("-126.60 0");
    }

    @Test
    void what_was_paid_stays_to_the_holders_credit() {
        in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(),
                agreement,
                Receipt.BANK,
                ISSUED,
                euros("126.60"),
                Map.of(invoice, euros("126.60")))));

        var note = in(() -> credited.whole(id(), "Relevé faux"));

        assertThat(owed(invoice)).isEqualTo(euros("0.00"));
        assertThat(owed(new ReceivableId(note.value()))).isEqualTo(euros("-126.60"));
    }

    @Test
    void what_was_paid_covers_another_invoice_that_is_owed() {
        in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(),
                agreement,
                Receipt.BANK,
                ISSUED,
                euros("126.60"),
                Map.of(invoice, euros("126.60")))));
        var other = in(() -> {
            var owed = new Rows(database).invoice(agreement, euros("100.00"), euros("5.50"));
            ledger.post(LedgerEntry.invoice(owed, agreement, ISSUED, euros("100.00"), euros("5.50")));
            return owed;
        });

        var note = in(() -> credited.whole(id(), "Relevé faux"));

        assertThat(owed(other)).isEqualTo(euros("0.00"));
        assertThat(owed(new ReceivableId(note.value()))).isEqualTo(euros("-21.10"));
    }

    @Test
    void a_part_takes_the_vat_of_what_it_takes() {
        in(() -> credited.part(id(), Map.of(0, euros("30.00")), "Fuite"));

        assertThat(owed(invoice)).as("126.60 less 30.00 and 1.65 of VAT").isEqualTo(euros("94.95"));
    }

    @Test
    void all_that_parts_have_left_is_taken_back_to_the_cent() {
        in(() -> credited.part(id(), Map.of(0, euros("33.33")), "Fuite"));

        in(() -> credited.whole(id(), "Relevé faux"));

        assertThat(owed(invoice)).isEqualTo(euros("0.00"));
        assertThat(one("select sum(total_amount)::text from invoice where corrects = ?", id()))
                .isEqualTo("-126.60");
    }

    @Test
    void no_more_is_taken_back_than_a_line_has_left() {
        in(() -> credited.part(id(), Map.of(1, euros("15.00")), "Geste"));

        assertThatThrownBy(() -> in(() -> credited.part(id(), Map.of(1, euros("5.01")), "Geste")))
                .isInstanceOf(CreditRefused.class)
                .hasMessageContaining("too-much");
        assertThat(in(() -> credited.part(id(), Map.of(1, euros("5.00")), "Geste")))
                .isNotNull();
    }

    /** The utility's own software has lines of its own on the credit notes that it sends. */
    @ParameterizedTest
    @CsvSource({"Abonnement, -20.00, 1", "Geste, -60.00, 0"})
    void what_came_by_import_was_taken_of_the_line_that_it_names_or_of_the_largest(String label, String net, int line) {
        imported(label, net, 1 - line);

        var lines = in(() -> credits.creditable(BERNARD, id())).lines();

        assertThat(lines.get(line).left()).isEqualTo(lines.get(line).net().plus(euros(net)));
        assertThat(lines.get(1 - line).left()).isEqualTo(lines.get(1 - line).net());
    }

    /** One line of a credit note may be of several lines of the invoice. */
    @Test
    void what_came_by_import_and_is_more_than_a_line_was_taken_of_the_others_too() {
        imported("Consommation", "-110.00", 0);

        assertThat(in(() -> credits.creditable(BERNARD, id())).lines())
                .extracting(CreditableLine::left)
                .containsExactly(euros("0.00"), euros("10.00"));
        assertThatThrownBy(() -> in(() -> credited.part(id(), Map.of(1, euros("10.01")), "Geste")))
                .hasMessageContaining("too-much");
        in(() -> credited.whole(id(), "Relevé faux"));
        assertThat(one("select sum(net_amount)::text from invoice where corrects = ?", id()))
                .isEqualTo("-120.00");
    }

    @Test
    void nothing_is_left_of_what_came_back_whole_by_import_under_one_line() {
        imported("Annulation", "-120.00", 0);

        assertThatThrownBy(() -> in(() -> credits.creditable(BERNARD, id()))).hasMessageContaining("nothing-left");
    }

    private void imported(String label, String net, int position) {
        in(() -> {
            var note = new Rows(database).invoice(agreement, euros(net), Money.zero());
            database.sql("update invoice set kind = 'CREDIT_NOTE', corrects = ? where id = ?")
                    .params(invoice.value(), note.value())
                    .update();
            line(note, position, label, "-1", net);
            return note;
        });
    }

    @Test
    void nothing_is_taken_back_twice() {
        in(() -> credited.whole(id(), "Relevé faux"));

        assertThatThrownBy(() -> in(() -> credited.whole(id(), "Relevé faux"))).hasMessageContaining("nothing-left");
    }

    @Test
    void a_credit_note_has_a_reason_and_is_not_taken_back_itself() {
        assertThatThrownBy(() -> in(() -> credited.whole(id(), " "))).hasMessageContaining("reason-missing");
        var note = in(() -> credited.whole(id(), "Relevé faux"));
        assertThatThrownBy(() -> in(() -> credited.whole(note, "Erreur"))).hasMessageContaining("of-credit-note");
    }

    @Test
    void what_a_credit_note_would_do_is_told_before_it_is_done() {
        in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(),
                agreement,
                Receipt.BANK,
                ISSUED,
                euros("100.00"),
                Map.of(invoice, euros("100.00")))));
        var order = new CreditOrder(Optional.of(Map.of(0, euros("30.00"))), "Fuite");

        var preview = in(() -> credits.preview(BERNARD, id(), order));

        assertThat(preview.total()).isEqualTo(euros("31.65"));
        assertThat(preview.before()).isEqualTo(euros("126.60"));
        assertThat(preview.after()).isEqualTo(euros("94.95"));
        assertThat(preview.owedBefore()).isEqualTo(euros("26.60"));
        assertThat(preview.owedAfter()).isEqualTo(euros("0.00"));
        assertThat(preview.credit()).isEqualTo(euros("5.05"));
        assertThat(one("select count(*)::text from invoice where corrects = ?", id()))
                .as("nothing is done yet")
                .isEqualTo("0");

        var note = in(() -> credits.issue(BERNARD, id(), order, preview));

        assertThat(owed(invoice)).isEqualTo(preview.owedAfter());
        assertThat(owed(new ReceivableId(note.value())))
                .isEqualTo(preview.credit().negated());
        assertThat(in(() -> database.sql(
                                "select actor from audit_entry where subject = ? and action = 'invoice.credited'")
                        .param("invoice:" + invoice.value())
                        .query(String.class)
                        .single()))
                .isEqualTo(BERNARD.actor());
    }

    @Test
    void of_two_who_saw_the_same_the_second_is_told_what_it_would_do_by_now_and_nothing_is_done() throws Exception {
        var order = new CreditOrder(Optional.of(Map.of(0, euros("30.00"))), "Fuite");
        var whole = new CreditOrder(Optional.empty(), "Relevé faux");
        var seen = in(() -> credits.preview(BERNARD, id(), order));
        var seenWhole = in(() -> credits.preview(BERNARD, id(), whole));

        var second = in(() -> {
            credited.part(id(), Map.of(1, euros("10.00")), "Geste");
            var other = CompletableFuture.runAsync(
                    () -> in(() -> credits.issue(BERNARD, id(), order, seen)), Thread::startVirtualThread);
            Waiters.forUs(database);
            return other;
        });

        assertThat(second.handle((done, failed) -> failed).get(9, TimeUnit.SECONDS))
                .hasCauseInstanceOf(CreditOutdated.class)
                .hasMessageContaining("corrected-meanwhile");
        assertThatThrownBy(() -> in(() -> credits.issue(BERNARD, id(), whole, seenWhole)))
                .isInstanceOf(CreditOutdated.class);
        assertThat(owed(invoice)).as("126.60 less 10.00 and 0.55 of VAT").isEqualTo(euros("116.05"));
        var again = in(() -> credits.preview(BERNARD, id(), order));
        assertThat(again.before()).isEqualTo(euros("116.05"));
        assertThat(in(() -> credits.issue(BERNARD, id(), order, again))).isNotNull();
    }

    @Test
    void what_was_paid_since_it_was_shown_is_shown_again_before_anything_is_done() {
        var order = new CreditOrder(Optional.empty(), "Relevé faux");
        var seen = in(() -> credits.preview(BERNARD, id(), order));
        in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(), agreement, Receipt.BANK, ISSUED, euros("26.60"), Map.of(invoice, euros("26.60")))));

        assertThatThrownBy(() -> in(() -> credits.issue(BERNARD, id(), order, seen)))
                .isInstanceOf(CreditOutdated.class)
                .hasMessageContaining("paid-meanwhile");
        assertThat(owed(invoice)).isEqualTo(euros("100.00"));
    }

    @Test
    void an_amount_is_read_as_people_write_it_with_the_sign_of_its_line() {
        var line = in(() -> credits.creditable(BERNARD, id())).lines().getFirst();

        assertThat(line.amount(" 12,5 ")).isEqualTo(euros("12.50"));
        assertThat(line.amount("100.00")).isEqualTo(euros("100.00"));
        assertThatThrownBy(() -> line.amount("100,01"))
                .isInstanceOfSatisfying(
                        CreditRefused.class,
                        refused -> assertThat(refused.line()).contains(0))
                .hasMessageContaining("too-much");
        for (var wrong : List.of("douze", "1,234", "-1", "1 2 3 x", "")) {
            assertThatThrownBy(() -> line.amount(wrong)).as(wrong).hasMessageContaining("unreadable");
        }
        in(() -> database.sql(
                        "update invoice_line set net_amount = -20, quantity = -1 where invoice_id = ? and position = 1")
                .param(invoice.value())
                .update());
        assertThat(in(() -> credits.creditable(BERNARD, id())).lines().getLast().amount("5"))
                .isEqualTo(euros("-5.00"));
    }

    @Test
    void what_is_refused_is_refused_before_it_is_done_as_well() {
        assertThatThrownBy(() -> in(() -> credits.preview(BERNARD, id(), new CreditOrder(Optional.empty(), " "))))
                .hasMessageContaining("reason-missing");
        assertThatThrownBy(() ->
                        in(() -> credits.preview(BERNARD, id(), new CreditOrder(Optional.of(Map.of()), "Fuite"))))
                .hasMessageContaining("nothing-asked");
        in(() -> credited.whole(id(), "Relevé faux"));
        assertThatThrownBy(() -> in(() -> credits.creditable(BERNARD, id()))).hasMessageContaining("nothing-left");
    }

    @Test
    void an_agent_takes_nothing_back_nor_does_who_bills_elsewhere() {
        var order = new CreditOrder(Optional.empty(), "Relevé faux");
        var seen = in(() -> credits.preview(BERNARD, id(), order));
        for (var stranger : List.of(staff(SIEGVO, StaffRole.AGENT), staff(Utilities.ILEO, StaffRole.ADMINISTRATOR))) {
            assertThatThrownBy(() -> in(() -> credits.creditable(stranger, id())))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> in(() -> credits.preview(stranger, id(), order)))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> in(() -> credits.issue(stranger, id(), order, seen)))
                    .isInstanceOf(RoleMissing.class);
        }
        assertThat(owed(invoice)).isEqualTo(euros("126.60"));
    }

    private static CurrentStaff staff(TenantId utility, StaffRole role) {
        return ProvenStaff.of(utility.slug(), UUID.randomUUID(), "b@b.fr", "Bernard", role, 0);
    }

    private void line(int position, String label, String quantity, String net) {
        line(invoice, position, label, quantity, net);
    }

    private void line(ReceivableId of, int position, String label, String quantity, String net) {
        database.sql("insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price,"
                        + " net_amount, vat_rate) values (?, ?, 'WATER', ?, ?::numeric, 'm³', 2, ?::numeric, 5.5)")
                .params(of.value(), position, label, quantity, net)
                .update();
    }

    private InvoiceId id() {
        return new InvoiceId(invoice.value());
    }

    private Money owed(ReceivableId receivable) {
        return in(() -> ledger.balance(receivable));
    }

    private List<String> lines(InvoiceId note) {
        return in(() -> database.sql("select label || ' ' || quantity || ' ' || net_amount from invoice_line"
                        + " where invoice_id = ? order by position")
                .param(note.value())
                .query(String.class)
                .list());
    }

    private String one(String sql, InvoiceId id) {
        return in(() -> database.sql(sql).param(id.value()).query(String.class).single());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
