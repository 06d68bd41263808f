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
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class CreditNotesTests {

    private static final String ANNE = "staff:anne";
    private static final CurrentStaff BERNARD = staff(SIEGVO, StaffRole.BILLER);
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 15);

    @Autowired
    CreditNotes credits;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;
    private ReceivableId invoice;

    /** Of 100.00 and 20.00 at 5.5 %: 6.60 of VAT, 126.60 in all. */
    @BeforeEach
    void an_invoice_that_is_owed() {
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
        var note = in(() -> credits.whole(id(), "Relevé faux", ANNE));

        assertThat(owed(invoice)).isEqualTo(euros("0.00"));
        assertThat(owed(new ReceivableId(note.value()))).isEqualTo(euros("0.00"));
        assertThat(lines(note)).containsExactly("Consommation -50.000 -100.00", "Abonnement -1.000 -20.00");
        assertThat(one("select kind || ' ' || total_amount || ' ' || reason from invoice where id = ?", note))
                .isEqualTo("CREDIT_NOTE -126.60 Relevé faux");
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

        var note = in(() -> credits.whole(id(), "Relevé faux", ANNE));

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

        var note = in(() -> credits.whole(id(), "Relevé faux", ANNE));

        assertThat(owed(other)).isEqualTo(euros("0.00"));
        assertThat(owed(new ReceivableId(note.value()))).isEqualTo(euros("-21.10"));
    }

    @Test
    void a_part_takes_the_vat_of_what_it_takes() {
        in(() -> credits.part(id(), Map.of(0, euros("30.00")), "Fuite", ANNE));

        assertThat(owed(invoice)).as("126.60 less 30.00 and 1.65 of VAT").isEqualTo(euros("94.95"));
    }

    @Test
    void all_that_parts_have_left_is_taken_back_to_the_cent() {
        in(() -> credits.part(id(), Map.of(0, euros("33.33")), "Fuite", ANNE));

        in(() -> credits.whole(id(), "Relevé faux", ANNE));

        assertThat(owed(invoice)).isEqualTo(euros("0.00"));
        assertThat(one("select sum(total_amount)::text from invoice where corrects = ?", id()))
                .isEqualTo("-126.60");
    }

    @Test
    void no_more_is_taken_back_than_a_line_has_left() {
        in(() -> credits.part(id(), Map.of(1, euros("15.00")), "Geste", ANNE));

        assertThatThrownBy(() -> in(() -> credits.part(id(), Map.of(1, euros("5.01")), "Geste", ANNE)))
                .isInstanceOf(CreditRefused.class)
                .hasMessageContaining("too-much");
        assertThat(in(() -> credits.part(id(), Map.of(1, euros("5.00")), "Geste", ANNE)))
                .isNotNull();
    }

    @Test
    void nothing_is_taken_back_twice() {
        in(() -> credits.whole(id(), "Relevé faux", ANNE));

        assertThatThrownBy(() -> in(() -> credits.whole(id(), "Relevé faux", ANNE)))
                .hasMessageContaining("nothing-left");
    }

    @Test
    void a_credit_note_has_a_reason_and_is_not_taken_back_itself() {
        assertThatThrownBy(() -> in(() -> credits.whole(id(), " ", ANNE))).hasMessageContaining("reason-missing");
        var note = in(() -> credits.whole(id(), "Relevé faux", ANNE));
        assertThatThrownBy(() -> in(() -> credits.whole(note, "Erreur", ANNE))).hasMessageContaining("of-credit-note");
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

        var note = in(() -> credits.issue(BERNARD, id(), order));

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
        in(() -> credits.issue(BERNARD, id(), new CreditOrder(Optional.empty(), "Relevé faux")));
        assertThatThrownBy(() -> in(() -> credits.creditable(BERNARD, id()))).hasMessageContaining("nothing-left");
    }

    @Test
    void an_agent_takes_nothing_back_nor_does_who_bills_elsewhere() {
        var order = new CreditOrder(Optional.empty(), "Relevé faux");
        for (var stranger : List.of(staff(SIEGVO, StaffRole.AGENT), staff(Utilities.ILEO, StaffRole.ADMINISTRATOR))) {
            assertThatThrownBy(() -> in(() -> credits.creditable(stranger, id())))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> in(() -> credits.preview(stranger, id(), order)))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> in(() -> credits.issue(stranger, id(), order)))
                    .isInstanceOf(RoleMissing.class);
        }
        assertThat(owed(invoice)).isEqualTo(euros("126.60"));
    }

    private static CurrentStaff staff(TenantId utility, StaffRole role) {
        return new CurrentStaff(utility.slug(), UUID.randomUUID(), "b@b.fr", "Bernard", role, 0);
    }

    private void line(int position, String label, String quantity, String net) {
        database.sql("insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price,"
                        + " net_amount, vat_rate) values (?, ?, 'WATER', ?, ?::numeric, 'm³', 2, ?::numeric, 5.5)")
                .params(invoice.value(), position, label, quantity, net)
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
