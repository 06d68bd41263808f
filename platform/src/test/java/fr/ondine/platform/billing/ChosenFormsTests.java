package fr.ondine.platform.billing;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.ondine.platform.billing.InvoicesToPost.ToPost;
import fr.ondine.platform.billing.PostLot.OfDay;
import fr.ondine.platform.billing.PostLot.OneByOne;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A holder says how they want their invoices, or has it noted by staff. */
@PlatformTest
class ChosenFormsTests {

    private static final CurrentStaff PAUL =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);

    private static final CurrentStaff BILLER =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "zoe@b.fr", "Zoé", StaffRole.BILLER, 1);

    @Autowired
    ChosenForms forms;

    @Autowired
    InvoicesToPost posted;

    @Autowired
    Invoices invoices;

    @Autowired
    Ledger ledger;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;
    private UserId subscriber;

    @BeforeEach
    void a_subscriber() {
        in(() -> {
            var rows = new Rows(database);
            agreement = rows.agreement();
            subscriber = rows.user();
            rows.link(subscriber, agreement);
            return agreement;
        });
    }

    @Test
    void who_never_chose_gets_a_paper() {
        assertThat(in(() -> forms.of(subscriber, agreement))).isEqualTo(InvoiceForm.PAPER);
        assertThat(in(() -> forms.of(PAUL, agreement))).isEqualTo(InvoiceForm.PAPER);
        assertThat(in(() -> forms.last(PAUL, agreement))).isEmpty();
    }

    @Test
    void the_last_choice_counts_whoever_noted_it_and_each_is_written_down_once() {
        in(() -> choose(InvoiceForm.LARGE_PRINT));
        in(() -> choose(InvoiceForm.LARGE_PRINT));
        in(() -> {
            forms.choose(PAUL, agreement, InvoiceForm.BRAILLE);
            return agreement;
        });

        assertThat(in(() -> forms.of(subscriber, agreement))).isEqualTo(InvoiceForm.BRAILLE);
        assertThat(audited()).containsExactly("user:" + subscriber.value() + " LARGE_PRINT", PAUL.actor() + " BRAILLE");
        assertThat(in(() -> forms.last(PAUL, agreement)).orElseThrow())
                .extracting(ChosenForm::form, ChosenForm::by)
                .containsExactly(InvoiceForm.BRAILLE, PAUL.actor());
    }

    @Test
    void nobody_chooses_for_another_nor_sees_what_they_chose() {
        var stranger = in(() -> new Rows(database).user());

        assertThatThrownBy(() -> in(() -> forms.of(stranger, agreement))).isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> in(() -> {
                    forms.choose(stranger, agreement, InvoiceForm.ELECTRONIC);
                    return agreement;
                }))
                .isInstanceOf(UnknownAgreement.class);
        assertThat(in(() -> forms.of(subscriber, agreement))).isEqualTo(InvoiceForm.PAPER);
    }

    @Test
    void staff_choose_for_a_contract_that_there_is() {
        var nobodys = new AgreementId(UUID.randomUUID());

        assertThatThrownBy(() -> in(() -> {
                    forms.choose(PAUL, nobodys, InvoiceForm.ELECTRONIC);
                    return nobodys;
                }))
                .isInstanceOf(UnknownAgreement.class);
    }

    @Test
    void the_invoices_of_a_day_go_by_post_as_each_holder_chose_and_where_nobody_is_told_by_mail_to_all() {
        var day = LocalDate.of(2026, 3, 1).plusDays(ThreadLocalRandom.current().nextInt(1, 1_000_000));
        var electronic = invoice(in(() -> new Rows(database).agreement()), day);
        in(() -> {
            forms.choose(PAUL, electronic.agreement(), InvoiceForm.ELECTRONIC);
            return choose(InvoiceForm.LARGE_PRINT);
        });
        var large = invoice(agreement, day);
        var paper = invoice(in(() -> new Rows(database).agreement()), day);
        invoice(agreement, day.plusDays(1));

        assertThat(in(() -> posted.count(BILLER, new OfDay(day))))
                .containsOnly(entry(InvoiceForm.PAPER, 2L), entry(InvoiceForm.LARGE_PRINT, 1L));
        assertThat(in(() -> posted.page(BILLER, new OfDay(day), new InvoiceId(new UUID(0, 0)))))
                .containsExactlyInAnyOrder(
                        new ToPost(large.id(), InvoiceForm.LARGE_PRINT),
                        new ToPost(electronic.id(), InvoiceForm.PAPER),
                        new ToPost(paper.id(), InvoiceForm.PAPER));
        assertThat(in(forms::isElectronicOffered)).isFalse();
        assertThat(in(() -> posted.content(BILLER, new ToPost(large.id(), InvoiceForm.LARGE_PRINT)))
                        .fileName())
                .endsWith("-gros-caracteres.pdf");
        assertThat(in(() -> posted.addressSheet(BILLER, new ToPost(large.id(), InvoiceForm.LARGE_PRINT))))
                .as("there is none in letters of 18 points")
                .hasValueSatisfying(sheet -> assertThat(sheet.fileName()).endsWith("-adresse.pdf"));
        assertThat(in(() -> posted.addressSheet(BILLER, new ToPost(paper.id(), InvoiceForm.PAPER))))
                .isEmpty();
        assertThat(in(() -> posted.content(BILLER, new ToPost(paper.id(), InvoiceForm.PAPER)))
                        .bytes())
                .as("with what a holder claims the contract by")
                .isEqualTo(in(() -> {
                            var reader = new Rows(database).user();
                            new Rows(database).link(reader, paper.agreement());
                            return invoices.pdf(reader, paper.id());
                        })
                        .bytes());
    }

    @Test
    void the_sheet_with_the_address_names_an_invoice_as_it_is_printed_and_a_credit_note_as_one() throws IOException {
        var day = LocalDate.of(2026, 3, 1).plusDays(ThreadLocalRandom.current().nextInt(1, 1_000_000));
        var digits = ThreadLocalRandom.current().nextInt(100_000, 999_000);
        var invoice = in(() -> new Bills(database, ledger).invoice(agreement, "2026" + digits, day));
        var note = in(() -> new Bills(database, ledger).creditNote(agreement, "2026" + (digits + 1), day));

        assertThat(sheet(invoice)).contains("Votre facture n° 2026-" + digits + ", en gros caractères.");
        assertThat(sheet(note)).contains("Votre avoir n° 2026-" + (digits + 1)).doesNotContain("facture n°");
        assertThat(in(() -> posted.content(BILLER, new ToPost(note, InvoiceForm.LARGE_PRINT)))
                        .fileName())
                .startsWith("avoir-");
    }

    /** Or the second would break the file of the day off. */
    @Test
    void originals_of_the_same_name_lie_beside_each_other() {
        var day = LocalDate.of(2026, 3, 1).plusDays(ThreadLocalRandom.current().nextInt(1, 1_000_000));
        var one = withOriginal(invoice(agreement, day).id(), "facture.pdf", "one");
        var other = withOriginal(invoice(agreement, day).id(), "facture.pdf", "other");

        assertThat(one.fileName()).startsWith("facture-").endsWith(".pdf").isNotEqualTo(other.fileName());
        assertThat(other.fileName()).startsWith("facture-").endsWith(".pdf");
        assertThat(one.bytes()).asString().isEqualTo("one");
        assertThat(other.bytes()).asString().isEqualTo("other");
        assertThat(withOriginal(invoice(agreement, day).id(), "facture", "a third")
                        .fileName())
                .startsWith("facture-")
                .doesNotContain(".");
    }

    private DocumentContent withOriginal(InvoiceId invoice, String name, String content) {
        return in(() -> {
            var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            database.sql("update invoice set document_id = ? where id = ?")
                    .params(documents.store(name, DocumentContent.PDF, bytes).value(), invoice.value())
                    .update();
            return posted.content(BILLER, new ToPost(invoice, InvoiceForm.PAPER));
        });
    }

    private String sheet(InvoiceId of) throws IOException {
        var sheet = in(() -> posted.addressSheet(BILLER, new ToPost(of, InvoiceForm.LARGE_PRINT)))
                .orElseThrow();
        return InvoicePrinterTests.text(sheet.bytes());
    }

    @Test
    void who_takes_the_invoices_of_a_day_leaves_a_trace_with_their_number() {
        var day = LocalDate.of(2026, 3, 1).plusDays(ThreadLocalRandom.current().nextInt(1, 1_000_000));
        invoice(agreement, day);
        invoice(in(() -> new Rows(database).agreement()), day);

        in(() -> {
            posted.taken(BILLER, new OfDay(day));
            posted.taken(BILLER, new OfDay(day.plusDays(1)));
            return day;
        });
        assertThatThrownBy(() -> in(() -> {
                    posted.taken(PAUL, new OfDay(day));
                    return day;
                }))
                .isInstanceOf(RoleMissing.class);

        assertThat(in(() -> database.sql("select actor || ' ' || action || ' ' || detail from audit_entry"
                                + " where subject in (?, ?)")
                        .params("invoices:" + day, "invoices:" + day.plusDays(1))
                        .query(String.class)
                        .list()))
                .containsExactly(BILLER.actor() + " invoices.taken-to-post 2");
    }

    @Test
    void what_staff_issue_one_by_one_is_listed_by_its_day_and_what_an_import_brought_is_not() {
        var day = LocalDate.of(2090, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(1, 1_000_000));
        var fee = invoice(agreement, day);
        single(fee.id(), "update invoice set kind = 'ONE_OFF' where id = ?");
        single(fee.id(), "update invoice_line set charge = 'ouverture' where invoice_id = ?");
        var note = in(() -> new Bills(database, ledger)
                .creditNote(
                        agreement, String.valueOf(ThreadLocalRandom.current().nextLong(1L << 60)), day.plusDays(1)));
        single(note, "update invoice set reason = 'Relevé faux' where id = ?");
        var imported = invoice(agreement, day);
        single(imported.id(), "update invoice set kind = 'ONE_OFF' where id = ?");
        invoice(agreement, day);

        assertThat(in(() -> posted.page(BILLER, new OneByOne(day), new InvoiceId(new UUID(0, 0)))))
                .containsExactly(new ToPost(fee.id(), InvoiceForm.PAPER));
        assertThat(listed(day)).isEqualTo(new PostDay(day, Map.of(InvoiceForm.PAPER, 1L), Optional.empty()));
        assertThat(listed(day.plusDays(1)).counts()).containsExactly(entry(InvoiceForm.PAPER, 1L));
        in(() -> {
            posted.taken(BILLER, new OneByOne(day));
            return day;
        });
        assertThat(listed(day).taken().orElseThrow())
                .returns(BILLER.actor(), PostTaken::by)
                .returns(1L, PostTaken::many);
        in(() -> {
            posted.taken(BILLER, new OfDay(day.plusDays(1)));
            return day;
        });
        assertThat(listed(day.plusDays(1)).taken())
                .as("a file of all that a day issued is another")
                .isEmpty();
        assertThatThrownBy(() -> in(() -> posted.days(PAUL, 0))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> posted.lastTaken(PAUL, new OneByOne(day))))
                .isInstanceOf(RoleMissing.class);
    }

    @Test
    void who_has_an_e_invoice_and_is_told_of_it_gets_no_post_and_everybody_else_does() {
        assertThat(in(() -> forms.isPosted(PAUL, agreement))).isTrue();
        in(() -> choose(InvoiceForm.ELECTRONIC));
        assertThat(in(() -> forms.isPosted(PAUL, agreement)))
                .as("nobody is told by mail here")
                .isTrue();
    }

    /** Wherever it stands in the list. */
    private PostDay listed(LocalDate day) {
        for (var page = 0; ; page++) {
            var number = page;
            var days = in(() -> posted.days(BILLER, number));
            var found =
                    days.days().stream().filter(one -> one.day().equals(day)).findFirst();
            if (found.isPresent() || !days.hasMore()) {
                return found.orElseThrow();
            }
        }
    }

    private void single(InvoiceId id, String sql) {
        in(() -> database.sql(sql).param(id.value()).update());
    }

    @Test
    void only_who_bills_prints_what_holders_are_sent() {
        assertThatThrownBy(() -> in(() -> posted.count(PAUL, new OfDay(LocalDate.EPOCH))))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(
                        () -> in(() -> posted.page(PAUL, new OfDay(LocalDate.EPOCH), new InvoiceId(UUID.randomUUID()))))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() ->
                        posted.addressSheet(PAUL, new ToPost(new InvoiceId(UUID.randomUUID()), InvoiceForm.BRAILLE))))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() ->
                        in(() -> posted.content(PAUL, new ToPost(new InvoiceId(UUID.randomUUID()), InvoiceForm.PAPER))))
                .isInstanceOf(RoleMissing.class);
    }

    private record Issued(InvoiceId id, AgreementId agreement) {}

    private Issued invoice(AgreementId of, LocalDate day) {
        return new Issued(
                in(() -> new Bills(database, ledger)
                        .invoice(of, String.valueOf(ThreadLocalRandom.current().nextLong(1L << 60)), day)),
                of);
    }

    private InvoiceForm choose(InvoiceForm form) {
        forms.choose(subscriber, agreement, form);
        return form;
    }

    private List<String> audited() {
        return in(() -> database.sql("select actor || ' ' || detail from audit_entry"
                        + " where action = 'invoice-form.chosen' and subject = ? order by occurred_at")
                .param("agreement:" + agreement.value())
                .query(String.class)
                .list());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
