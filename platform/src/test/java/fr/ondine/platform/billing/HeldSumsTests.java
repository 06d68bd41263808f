package fr.ondine.platform.billing;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An invoice does not ask for what was owed before it while an answer about that is awaited. */
@PlatformTest
class HeldSumsTests {

    @Autowired
    InvoicePaper paper;

    @Autowired
    IssuedInvoices all;

    @Autowired
    Clock clock;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;
    private InvoiceId earlier;
    private LocalDate today;

    @BeforeEach
    void an_invoice_that_is_not_paid() {
        today = LocalDate.now(clock);
        agreement = in(() -> new Rows(database).agreement());
        earlier = in(() -> issue(today.minusDays(90)));
    }

    @Test
    void what_nobody_contests_is_asked_for() {
        assertThat(due(next())).isEqualTo(new PaperDue(Money.euros("215.50"), "with-earlier"));
    }

    @Test
    void the_next_paper_asks_for_nothing_that_is_in_dispute() {
        dispute(today.plusMonths(3));

        assertThat(due(next())).isEqualTo(new PaperDue(Bills.TOTAL, "ON_INVOICE", Bills.TOTAL));
    }

    @Test
    void of_a_dispute_that_lapsed_it_asks_for_all() {
        dispute(today.minusDays(1));

        assertThat(due(next()).words()).isEqualTo("with-earlier");
    }

    @Test
    void what_was_answered_since_changes_nothing_of_a_paper_but_the_next_one_asks() {
        dispute(today.plusMonths(3));
        var next = next();
        in(() -> database.sql(
                        "update invoice_dispute set closed_at = clock_timestamp(), closed_by = 'test' where invoice_id = ?")
                .param(earlier.value())
                .update());

        assertThat(due(next).held()).isEqualTo(Bills.TOTAL);
        assertThat(due(next())).isEqualTo(new PaperDue(Money.euros("323.25"), "with-earlier"));
    }

    @Test
    void what_is_contested_since_changes_nothing_of_a_paper() {
        var next = next();
        dispute(today.plusMonths(3));

        assertThat(due(next).words()).isEqualTo("with-earlier");
    }

    @Test
    void what_was_owed_beside_it_is_asked_for() {
        in(() -> issue(today.minusDays(60)));
        dispute(today.plusMonths(3));

        assertThat(due(next())).isEqualTo(new PaperDue(Money.euros("215.50"), "with-earlier", Bills.TOTAL));
    }

    @Test
    void a_debit_takes_the_invoice_alone_as_ever() {
        dispute(today.plusMonths(3));
        in(() -> database.sql("update agreement set payment_method = 'DIRECT_DEBIT' where id = ?")
                .param(agreement.value())
                .update());

        assertThat(due(next())).isEqualTo(new PaperDue(Bills.TOTAL, "DIRECT_DEBIT"));
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, -5,   , true ",
        "AWAITING,   ,   , false",
        "RECEIVED,  5,   , false",
        "REFUSED , -5, -1, false",
        "REFUSED , -5,  1, true "
    })
    void a_leak_that_was_to_be_decided_holds_what_was_billed_of_it(
            String state, @Nullable Integer certificate, @Nullable Integer decided, boolean isHeld) {
        in(() -> database.sql("""
                        insert into leak_file (id, agreement_id, used_from, read_on, litres, mean_litres, is_of_zone, state,
                            detected_at, invoice_id, notified_on, answer_by, notice_channel, first_billed_on, certificate_on,
                            certificate_by, leak_place, repaired_on, scan, decided_at, decided_by)
                        values (gen_random_uuid(), :agreement, :from, :billed, 300000, 100000, false, :state, now() - interval '90 days',
                            :invoice, :billed, :billed, 'INVOICE', :billed, cast(:certificate as date),
                            'Plomberie Martin', 'jardin', cast(:certificate as date), 'NOT_SCANNED',
                            now() + cast(:decided as int) * interval '1 day', case when cast(:decided as int) is not null then 'test' end)""")
                .param("agreement", agreement.value())
                .param("from", today.minusYears(1))
                .param("billed", today.minusDays(90))
                .param("state", state)
                .param("invoice", earlier.value())
                .param("certificate", certificate == null ? null : today.plusDays(certificate))
                .param("decided", decided)
                .update());

        assertThat(due(next()).isWithoutHeld()).isEqualTo(isHeld);
    }

    @Test
    void all_forms_recall_it_and_their_sums_add_up() {
        in(() -> issue(today.minusDays(60)));
        dispute(today.plusMonths(3));
        var next = in(() -> all.find(next()).orElseThrow());

        assertThat(in(() -> text(paper.of(next)))).contains(SAID);
        assertThat(in(() -> text(paper.largePrint(next)))).contains(SAID);
        assertThat(in(() -> flat(paper.text(next).plain()))).contains(SAID).doesNotContain("323,25");
        assertThat(in(() -> xml(paper.of(next)))).contains("215,50 € (dont 107,75 € en attente d'une décision)");
    }

    @Test
    void where_all_of_it_is_held_the_invoice_alone_is_to_be_paid() {
        dispute(today.plusMonths(3));
        var next = in(() -> all.find(next()).orElseThrow());

        assertThat(in(() -> text(paper.of(next))))
                .contains(
                        "il restait 107,75 € à payer sur vos factures précédentes. 107,75 € sont en attente d'une décision et ne"
                                + " sont pas demandés ici.",
                        "Total à payer 107,75 €")
                .doesNotContain("215,50");
    }

    private static final String[] SAID = {
        "215,50 € à payer sur vos factures précédentes, dont 107,75 € sont en attente d'une décision et ne sont pas demandés ici",
        "En attente d'une décision",
        "-107,75 €",
        "Total à payer"
    };

    private void dispute(LocalDate until) {
        in(() -> database.sql("insert into invoice_dispute (id, invoice_id, reason, until, opened_at, opened_by)"
                        + " values (?, ?, 'fuite', ?, now(), 'staff:anne')")
                .params(UUID.randomUUID(), earlier.value(), until)
                .update());
    }

    private InvoiceId next() {
        return in(() -> issue(today));
    }

    private InvoiceId issue(LocalDate day) {
        return new Bills(database, ledger).invoice(agreement, UUID.randomUUID().toString(), day);
    }

    private PaperDue due(InvoiceId id) {
        return in(() -> {
            var of = all.find(id).orElseThrow();
            return paper.printed(of, paper.addressee(of, null), paper.letterhead(of))
                    .due();
        });
    }

    private static String text(DocumentContent pdf) {
        try (var document = Loader.loadPDF(pdf.bytes())) {
            return flat(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String xml(DocumentContent pdf) {
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var files = new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            return flat(new String(files.get("factur-x.xml").getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", " ").replace('\u2212', '-').replace('\u2011', '-');
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
