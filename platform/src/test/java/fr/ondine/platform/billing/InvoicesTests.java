package fr.ondine.platform.billing;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Preview;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.Images;
import fr.ondine.testing.Numbers;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class InvoicesTests {

    private static final PageRequest FIRST_TEN = PageRequest.of(0, 10);

    @Autowired
    Invoices invoices;

    @Autowired
    Documents documents;

    @Autowired
    Logos logos;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    private AgreementId agreement;
    private UserId subscriber;
    private LocalDate today;

    @BeforeEach
    void a_subscriber_with_an_agreement() {
        today = in(() -> LocalDate.now(clock));
        agreement = in(() -> new Rows(database).agreement());
        subscriber = in(() -> {
            var user = new Rows(database).user();
            new Rows(database).link(user, agreement);
            return user;
        });
    }

    @Test
    void an_invoice_is_due_until_its_date_has_passed() {
        var recent = invoice(today.minusDays(3));
        var old = invoice(today.minusMonths(3));

        assertThat(summary(recent).state()).isEqualTo(ReceivableState.DUE);
        assertThat(summary(recent).left()).isEqualTo(Bills.TOTAL);
        assertThat(summary(old).state()).isEqualTo(ReceivableState.OVERDUE);
    }

    @Test
    void only_settled_money_is_called_paid() {
        var invoice = invoice(today.minusDays(3));

        in(() -> bills().cardPayment(invoice, agreement, "INITIATED"));
        assertThat(summary(invoice).state()).isEqualTo(ReceivableState.DUE);

        in(() -> database.sql("update payment set state = 'PROCESSING' where invoice_id = ?")
                .param(invoice.value())
                .update());
        assertThat(summary(invoice).state()).isEqualTo(ReceivableState.PAYMENT_IN_PROGRESS);

        in(() -> bills().pay(invoice, agreement, Bills.TOTAL, today.minusDays(1)));
        assertThat(summary(invoice).state()).isEqualTo(ReceivableState.PAID);
        assertThat(summary(invoice).settledOn()).isEqualTo(today.minusDays(1));
    }

    @Test
    void what_is_paid_in_part_stays_due_with_the_rest() {
        var invoice = invoice(today.minusDays(3));
        in(() -> bills().pay(invoice, agreement, euros("7.75"), today));

        assertThat(summary(invoice).state()).isEqualTo(ReceivableState.DUE);
        assertThat(summary(invoice).left()).isEqualTo(euros("100.00"));
        assertThat(summary(invoice).settledOn()).isNull();
    }

    @Test
    void every_invoice_that_waits_is_told_however_old_it_is() {
        var forgotten = invoice(today.minusYears(3));
        for (var month = 0; month < 15; month++) {
            var paid = invoice(today.minusMonths(month));
            in(() -> bills().pay(paid, agreement, Bills.TOTAL, today));
        }

        assertThat(account().asked()).extracting(InvoiceSummary::id).containsExactly(forgotten);
        assertThat(account().coming()).isEmpty();
        assertThat(account().latest().orElseThrow().issuedOn()).isEqualTo(today);
        assertThat(account().due()).isEqualTo(Bills.TOTAL);
    }

    @Test
    void where_all_is_paid_nothing_is_asked_and_the_latest_invoice_is_told_all_the_same() {
        var paid = invoice(today.minusDays(3));
        in(() -> bills().pay(paid, agreement, Bills.TOTAL, today));

        assertThat(account().asked()).isEmpty();
        assertThat(account().latest().orElseThrow().id()).isEqualTo(paid);
        assertThat(in(() -> invoices.asked(subscriber))).isEmpty();
    }

    @Test
    void what_is_asked_is_told_of_every_contract_of_the_person_and_of_no_other() {
        var other = in(() -> new Rows(database).agreement());
        in(() -> new Rows(database).link(subscriber, other));
        var strange = in(() -> new Rows(database).agreement());
        in(() -> bills().invoice(other, number(), today.minusDays(3)));
        in(() -> bills().invoice(strange, number(), today.minusDays(3)));

        assertThat(in(() -> invoices.asked(subscriber))).containsOnly(Map.entry(other, Bills.TOTAL));
    }

    @Test
    void an_account_costs_the_same_few_statements_however_many_invoices_wait() {
        invoice(today);
        var one = statements(() -> invoices.account(subscriber, agreement));
        for (var month = 1; month < 20; month++) {
            invoice(today.minusMonths(month));
        }

        assertThat(statements(() -> invoices.account(subscriber, agreement)))
                .isEqualTo(one)
                .isLessThanOrEqualTo(6);
    }

    @Test
    void a_credit_note_is_a_credit() {
        var note = in(() -> bills().creditNote(agreement, number(), today));

        assertThat(summary(note).state()).isEqualTo(ReceivableState.CREDIT);
        assertThat(account().due()).isEqualTo(Bills.TOTAL.negated());
    }

    @Test
    void a_credit_note_is_never_the_latest_invoice() {
        in(() -> bills().creditNote(agreement, number(), today.minusDays(9)));
        assertThat(account().latest()).isEmpty();
        assertThat(account().isBlank()).isFalse();

        var invoice = invoice(today.minusDays(5));
        in(() -> bills().creditNote(agreement, number(), today));
        assertThat(account().latest().orElseThrow().id()).isEqualTo(invoice);
    }

    @Test
    void an_agreement_without_an_invoice_is_blank() {
        assertThat(account().isBlank()).isTrue();
        invoice(today);
        assertThat(account().isBlank()).isFalse();
    }

    @Test
    void the_latest_comes_first_and_the_rest_by_pages() {
        var numbers = new String[] {number(), number(), number()};
        in(() -> bills().invoice(agreement, numbers[0], today.minusYears(2)));
        in(() -> bills().invoice(agreement, numbers[1], today.minusYears(1)));
        in(() -> bills().invoice(agreement, numbers[2], today));

        var first = in(() -> invoices.page(subscriber, agreement, PageRequest.of(0, 2)));
        var second = in(() -> invoices.page(subscriber, agreement, PageRequest.of(1, 2)));

        assertThat(first.map(InvoiceSummary::issuedOn).toList()).containsExactly(today, today.minusYears(1));
        assertThat(first.hasNext()).isTrue();
        assertThat(second.map(InvoiceSummary::issuedOn).toList()).containsExactly(today.minusYears(2));
        assertThat(second.hasNext()).isFalse();
        assertThat(account().latest().orElseThrow().issuedOn()).isEqualTo(today);
    }

    @Test
    void a_list_costs_the_same_few_statements_however_long_it_is() {
        invoice(today);
        var one = statementsOfAPage();
        for (var month = 1; month < 9; month++) {
            invoice(today.minusMonths(month));
        }

        assertThat(statementsOfAPage()).isEqualTo(one).isLessThanOrEqualTo(6);
    }

    @Test
    void an_invoice_keeps_the_number_that_its_agreement_bore() {
        in(() -> bills().invoiceUnderOlderNumber(agreement, "IT00024", number(), today));

        assertThat(account().latest().orElseThrow().agreementNumber()).isEqualTo("IT00024");
    }

    @Test
    void numbers_are_written_as_the_utility_prints_them() {
        in(() -> bills().invoice(agreement, "2019" + number().substring(4), today));

        var summary = account().latest().orElseThrow();

        assertThat(summary.number()).matches("2019-\\d{6}");
        assertThat(summary.agreementNumber()).isEqualTo("20 0000 111");
    }

    @Test
    void the_books_are_known_up_to_the_last_import() {
        invoice(today);
        in(() -> database.sql("insert into import_run (id, file_name, sha256, started_at, state, known_on)"
                        + " values (?, 'x.zip', '\\x00', now(), 'DONE', ?), (?, 'y.zip', '\\x00', now(), 'REFUSED', ?)")
                .params(UUID.randomUUID(), today.minusDays(5), UUID.randomUUID(), today)
                .update());

        assertThat(account().latest().orElseThrow().knownOn()).isBetween(today.minusDays(5), today);
        assertThat(account().knownOn())
                .isEqualTo(account().latest().orElseThrow().knownOn());
    }

    @Test
    void somebody_elses_invoices_are_unknown() {
        var invoice = invoice(today);
        var stranger = in(() -> new Rows(database).user());

        assertThatThrownBy(() -> in(() -> invoices.page(stranger, agreement, FIRST_TEN)))
                .isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> in(() -> invoices.pdf(stranger, invoice))).isInstanceOf(UnknownInvoice.class);
        assertThatThrownBy(() -> in(() -> invoices.account(stranger, agreement)))
                .isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> in(() -> invoices.pdf(subscriber, new InvoiceId(UUID.randomUUID()))))
                .isInstanceOf(UnknownInvoice.class);
    }

    @Test
    void another_utility_knows_nothing_of_an_invoice() {
        var invoice = invoice(today);

        assertThatThrownBy(() -> TenantContext.callAs(MALESHERBOIS, () -> invoices.pdf(subscriber, invoice)))
                .isInstanceOf(UnknownInvoice.class);
    }

    @Test
    void the_original_is_served_byte_for_byte() {
        var invoice = invoice(today);
        var original = "%PDF-1.4 the utility's own".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        in(() -> database.sql("update invoice set document_id = ? where id = ?")
                .params(
                        documents
                                .store("2025-1.pdf", DocumentContent.PDF, new ByteArrayInputStream(original))
                                .value(),
                        invoice.value())
                .update());

        assertThat(in(() -> invoices.pdf(subscriber, invoice)).bytes()).isEqualTo(original);
    }

    @Test
    void an_invoice_without_an_original_is_printed_from_what_was_issued() throws Exception {
        var earlier = invoice(today.minusMonths(6));
        in(() -> bills().pay(earlier, agreement, euros("7.75"), today.minusMonths(2)));
        in(() -> bills().pay(earlier, agreement, euros("50.00"), today));
        var number = number();
        var invoice = in(() -> bills().invoice(agreement, number, today.minusMonths(1)));

        var pdf = in(() -> invoices.pdf(subscriber, invoice));

        assertThat(pdf.fileName()).isEqualTo("facture-" + number + ".pdf");
        assertThat(text(pdf))
                .contains("SIEGVO", "20 0000 111", "Martin", "1 rue des Sources")
                .contains("Distribution de l'eau", "Collecte et traitement des eaux usées")
                .doesNotContain("Organismes publics")
                .contains("100,00 €", "7,75 €", "107,75 €")
                .as("what was owed on the day of issue, not today")
                .contains("il restait 100,00 €");
    }

    @Test
    void a_paper_is_set_once_and_stays_the_same_whatever_changes_meanwhile() {
        var invoice = invoice(today.minusDays(3));
        var first = in(() -> invoices.pdf(subscriber, invoice));
        in(() -> database.sql("update invoice_line set label = 'Autre chose' where invoice_id = ?")
                .param(invoice.value())
                .update());

        assertThat(in(() -> invoices.pdf(subscriber, invoice)).bytes()).isEqualTo(first.bytes());
        assertThat(papers(invoice)).isOne();
    }

    @Test
    void of_two_who_ask_at_once_both_have_the_same_paper() throws Exception {
        var invoice = invoice(today.minusDays(3));
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<DocumentContent> asking = () -> in(() -> invoices.pdf(subscriber, invoice));
            var papers = both.invokeAll(List.of(asking, asking));

            assertThat(papers.getFirst().get().bytes())
                    .isEqualTo(papers.getLast().get().bytes());
        }
        assertThat(papers(invoice)).isOne();
        assertThat(in(() -> database.sql("select count(*) from document where file_name = (select 'facture-' || number"
                                + " || '.pdf' from invoice where id = ?)")
                        .param(invoice.value())
                        .query(Long.class)
                        .single()))
                .as("the other one's is gone")
                .isOne();
    }

    @Test
    void a_paper_that_was_not_committed_is_set_again() {
        var invoice = invoice(today.minusDays(3));
        Runnable killed = () -> {
            invoices.pdf(subscriber, invoice);
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> in(killed)).hasMessage("killed");
        assertThat(papers(invoice)).isZero();

        assertThat(in(() -> invoices.pdf(subscriber, invoice)).bytes()).isNotEmpty();
        assertThat(papers(invoice)).isOne();
    }

    @Test
    void a_paper_that_is_not_what_was_stored_is_never_shown() {
        var invoice = invoice(today.minusDays(3));
        in(() -> invoices.pdf(subscriber, invoice));
        in(() -> database.sql("update document set sha256 = '\\x00' where id = (select document_id from invoice_paper"
                        + " where invoice_id = ?)")
                .param(invoice.value())
                .update());

        assertThatThrownBy(() -> in(() -> invoices.pdf(subscriber, invoice)))
                .hasMessageContaining("not what was stored");
    }

    @Test
    void the_other_forms_say_the_same_and_belong_to_the_same_person() {
        var invoice = invoice(today.minusDays(3));
        var stranger = in(() -> new Rows(database).user());

        assertThat(new String(in(() -> invoices.text(subscriber, invoice)).bytes(), StandardCharsets.UTF_8))
                .contains("Total TTC\u00a0: 107,75");
        var large = in(() -> invoices.largePrint(subscriber, invoice));
        assertThat(large.fileName()).endsWith("-gros-caracteres.pdf");
        assertThat(in(() -> invoices.largePrint(subscriber, invoice)).bytes()).isEqualTo(large.bytes());
        assertThatThrownBy(() -> in(() -> invoices.text(stranger, invoice))).isInstanceOf(UnknownInvoice.class);
        assertThatThrownBy(() -> in(() -> invoices.largePrint(stranger, invoice)))
                .isInstanceOf(UnknownInvoice.class);
    }

    private long papers(InvoiceId invoice) {
        return in(() -> database.sql("select count(*) from invoice_paper where invoice_id = ?")
                .param(invoice.value())
                .query(Long.class)
                .single());
    }

    @Test
    void the_index_before_and_after_are_printed_when_they_give_the_billed_volume() throws Exception {
        var issuedOn = today.minusMonths(1);
        in(() -> bills().readings(
                        agreement,
                        "METER-" + number(),
                        issuedOn.minusMonths(6),
                        1_240_000,
                        issuedOn.minusDays(1),
                        1_280_000));
        var invoice = invoice(issuedOn);

        assertThat(text(in(() -> invoices.pdf(subscriber, invoice)))).contains("Ancien index", "1 240 m³", "1 280 m³");
    }

    @Test
    void readings_that_do_not_give_the_billed_volume_are_not_printed() throws Exception {
        var issuedOn = today.minusMonths(1);
        in(() -> bills().readings(
                        agreement,
                        "METER-" + number(),
                        issuedOn.minusMonths(6),
                        1_240_000,
                        issuedOn.minusDays(1),
                        1_281_000));
        var invoice = invoice(issuedOn);

        assertThat(text(in(() -> invoices.pdf(subscriber, invoice)))).doesNotContain("index", "1 240 m³");
    }

    @Test
    void a_printed_invoice_can_be_archived_and_read_aloud() throws Exception {
        var invoice = invoice(today);
        var note = in(() -> bills().creditNote(agreement, number(), today));

        for (var paper : new InvoiceId[] {invoice, note}) {
            var pdf = in(() -> invoices.pdf(subscriber, paper)).bytes();
            assertThat(Conformance.ARCHIVE.faults(pdf)).isEmpty();
            assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
        }
    }

    @Test
    void a_printed_invoice_has_the_utilitys_logo_and_can_still_be_archived_and_read_aloud() throws Exception {
        var invoice = invoice(today);
        for (var image : List.of(Images.png(480, 120), Images.jpeg(300, 300), Images.png(120, 400))) {
            var draft = TenantConfigReader.read(named(image));
            var pdf = in(() -> Preview.callWith(draft, () -> invoices.pdf(subscriber, invoice)))
                    .bytes();
            Files.write(
                    Files.createDirectories(Path.of("target/papers")).resolve("logo-" + image.length + ".pdf"), pdf);

            assertThat(Conformance.ARCHIVE.faults(pdf)).isEmpty();
            assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
            }
        }
    }

    private String named(byte[] image) {
        var anne = ProvenStaff.of(
                SIEGVO.slug(), UUID.randomUUID(), "anne@collectivite.fr", "Anne", StaffRole.ADMINISTRATOR, 1);
        return in(() -> {
            var id = logos.upload(anne, "logo", image);
            var shown = logos.find(id).orElseThrow();
            return new ConfigurationEdit(Utilities.yaml(SIEGVO))
                    .with("brand.logo.file", id.toString())
                    .with("brand.logo.width", shown.width())
                    .with("brand.logo.height", shown.height())
                    .yaml();
        });
    }

    private InvoiceId invoice(LocalDate issuedOn) {
        return in(() -> bills().invoice(agreement, number(), issuedOn));
    }

    private InvoiceAccount account() {
        return in(() -> invoices.account(subscriber, agreement));
    }

    private InvoiceSummary summary(InvoiceId id) {
        return in(() -> invoices.page(subscriber, agreement, FIRST_TEN)).stream()
                .filter(summary -> summary.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int statementsOfAPage() {
        return statements(() -> invoices.page(subscriber, agreement, FIRST_TEN));
    }

    private int statements(Runnable work) {
        return TenantContext.callAs(SIEGVO, () -> statements.of(work));
    }

    private Bills bills() {
        return new Bills(database, ledger);
    }

    private static String number() {
        return "2025" + Numbers.next();
    }

    private static String text(DocumentContent pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf.bytes())) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s*\\R\\s*", " ");
        }
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }

    private void in(Runnable work) {
        TenantContext.runAs(SIEGVO, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
