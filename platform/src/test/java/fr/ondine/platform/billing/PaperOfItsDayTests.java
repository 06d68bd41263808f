package fr.ondine.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.testing.Numbers;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** However late a paper is opened for the first time, it speaks of the day on which its invoice was issued. */
@PlatformTest
class PaperOfItsDayTests {

    private static final TenantId UTILITY = new TenantId("its_day");
    private static final String YAML = Utilities.like(Utilities.SIEGVO, UTILITY.slug());

    @Autowired
    InvoicePaper paper;

    @Autowired
    IssuedInvoices issued;

    @Autowired
    Ledger ledger;

    @Autowired
    Vault vault;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private AgreementId agreement;
    private AgreementId another;

    @BeforeEach
    void a_holder_who_is_debited() {
        provisioning.provision(YAML);
        another = in(() -> new Rows(database).agreement());
        agreement = in(() -> new Rows(database).agreement());
        change("update premise set street = '5 impasse Verte' where id in (select premise_id from another)");
        change("update customer set title = 'Mme', email = 'jeanne@exemple.fr', street = '2 rue du Port',"
                + " postcode = '57000', city = 'Metz' where id = (select customer_id from a)");
        change(
                "update agreement set payment_method = 'DIRECT_DEBIT', occupant = 'M. Locataire' where id in (select id from a)");
        mandate("FR76 •••• 0189", today().minusDays(1));
    }

    @Test
    void whom_the_holder_lets_see_it_reads_neither_their_mail_nor_their_bank_in_any_form() {
        var id = issue(InvoiceKind.ACTUAL);
        var shared = in(() -> {
            var invoice = issued.find(id).orElseThrow();
            var pdf = paper.shared(invoice);
            return List.of(
                    text(pdf),
                    xml(pdf),
                    text(paper.sharedInLargePrint(invoice)),
                    paper.sharedText(invoice).plain());
        });

        var secret = new String[] {"jeanne@exemple.fr", "0189", "Mandat ", "MandateID", "FR12ZZZ123456"};
        assertThat(String.join("", forms(id))).contains(secret);
        assertThat(shared)
                .allSatisfy(form -> assertThat(form).contains("Martin").doesNotContain(secret));
    }

    @Test
    void a_key_that_was_renewed_since_is_on_the_next_one_and_not_on_what_goes_where_its_thief_may_be() {
        in(() -> database.sql("update agreement set claim_key = ?, claim_key_mac = ? where id = ?")
                .params(vault.encrypt("K7M29QXD"), "mac-" + agreement.value(), agreement.value())
                .update());
        var id = issue(InvoiceKind.ACTUAL);
        assertThat(said(id)).contains("K7M2 9QXD");

        change("insert into former_claim_key (id, agreement_id, claim_key, claim_key_mac, replaced_at, replaced_by)"
                + " select gen_random_uuid(), id, claim_key, 'former', now(), 'test' from a");
        assertThat(said(id)).doesNotContain("K7M2 9QXD");
        change("update former_claim_key set replaced_at = now() - interval '2 days'");
        assertThat(said(id)).contains("K7M2 9QXD");
    }

    @ParameterizedTest
    @CsvSource({"15, 0, false", "-15, 0, false", "15, 60, true", "-15, 60, true"})
    void a_key_is_renewed_since_an_invoice_was_posted_and_not_since_the_day_that_it_bears(
            int dated, int minutesBefore, boolean isPrinted) {
        in(() -> database.sql("update agreement set claim_key = ?, claim_key_mac = ? where id = ?")
                .params(vault.encrypt("K7M29QXD"), "mac-" + agreement.value(), agreement.value())
                .update());
        var id = issue(InvoiceKind.ACTUAL);
        in(() -> database.sql(
                        "update invoice set issued_on = issued_on + :days, due_on = due_on + :days where id = :id")
                .param("days", dated)
                .param("id", id.value())
                .update());

        change("insert into former_claim_key (id, agreement_id, claim_key, claim_key_mac, replaced_at, replaced_by)"
                + " select gen_random_uuid(), id, claim_key, 'former-' || id, now() - interval '" + minutesBefore
                + " minutes', 'test' from a");

        assertThat(said(id).contains("K7M2 9QXD")).isEqualTo(isPrinted);
    }

    @ParameterizedTest
    @EnumSource(InvoiceKind.class)
    void all_its_forms_say_the_same_on_the_day_and_after_everything_has_changed(InvoiceKind kind) {
        var invoice = issue(kind);
        var onTheDay = forms(invoice);
        neverOpened(invoice);

        everythingChanges();
        everythingChanges();

        assertThat(onTheDay.getFirst()).contains("Mme Martin", "2 rue du Port", "1 rue des Sources", "SIEGVO");
        assertThat(onTheDay.get(1)).contains("jeanne@exemple.fr");
        assertThat(forms(invoice)).isEqualTo(onTheDay);
        assertThat(said(issue(kind)))
                .as("the next one")
                .contains("Durand", "9 quai Neuf", "3 place Haute", "Les Eaux Neuves")
                .doesNotContain("Martin", "2 rue du Port", "1 rue des Sources");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update customer set last_name = 'Durand' where id = (select customer_id from a) | Martin
            update customer set street = '9 quai Neuf' where id = (select customer_id from a) | 2 rue du Port
            update premise set street = '3 place Haute' where id in (select premise_id from s) | 1 rue des Sources
            update service_point set premise_id = (select premise_id from another) where id in (select id from s) | 1 rue des Sources
            update agreement set occupant = null where id in (select id from a) | M. Locataire
            update agreement set payment_method = 'ON_INVOICE' where id in (select id from a) | FR76 •••• 0189
            update agreement set customer_id = (select customer_id from another) where id in (select id from a) | Mme Martin
            update mandate set iban_masked = 'FR76 •••• 0000' where agreement_id in (select id from a) | FR76 •••• 0189
            update mandate set creditor = 'FR99ZZZ999999' where agreement_id in (select id from a) | FR12ZZZ123456
            update mandate set revoked_on = date '2026-01-01' where agreement_id in (select id from a) | FR76 •••• 0189
            """)
    void whatever_changes_what_it_said_before_is_said_by_what_was_issued_and_by_nothing_after(
            String change, String before) {
        var invoice = issue(InvoiceKind.ACTUAL);
        change(change);

        assertThat(said(invoice)).contains(before);
        assertThat(said(issue(InvoiceKind.ACTUAL))).doesNotContain(before);
    }

    /** Who was to be debited, as the import said, and whose first mandate is signed later, was told so on the day. */
    @Test
    void a_first_mandate_is_of_the_invoices_after_it() {
        change("delete from mandate where agreement_id in (select id from a)");
        var before = issue(InvoiceKind.ACTUAL);
        var onTheDay = said(before);
        neverOpened(before);

        mandate("FR76 •••• 0000", today().plusDays(1));

        assertThat(onTheDay).contains("Vous n'avez rien à faire").doesNotContain("FR76");
        assertThat(said(before)).isEqualTo(onTheDay);
    }

    @Test
    void another_mandate_is_of_the_invoices_after_it() {
        var invoice = issue(InvoiceKind.ACTUAL);
        mandate("FR76 •••• 0000", today());

        assertThat(said(invoice)).contains("FR76 •••• 0189");
        assertThat(said(issue(InvoiceKind.ACTUAL))).contains("FR76 •••• 0000");
    }

    @Test
    void who_buys_for_a_trade_from_a_day_on_is_told_so_by_the_invoices_after_it() {
        var invoice = issue(InvoiceKind.ACTUAL);
        change(
                "update customer set buyer_kind = 'PROFESSIONAL', siren = '900123456' where id = (select customer_id from a)");

        assertThat(said(invoice)).doesNotContain("900 123 456", "Retard de paiement");
        assertThat(said(issue(InvoiceKind.ACTUAL))).contains("900 123 456", "Retard de paiement");
    }

    @Test
    void between_two_changes_it_speaks_of_its_own_day() {
        var first = issue(InvoiceKind.ACTUAL);
        rename("Durand");
        var second = issue(InvoiceKind.ACTUAL);
        rename("Dupond");

        assertThat(said(first)).contains("Martin");
        assertThat(said(second)).contains("Durand").doesNotContain("Martin", "Dupond");
    }

    @Test
    void what_is_issued_while_a_long_import_goes_on_speaks_as_before_it() {
        var alone = new TransactionTemplate(transaction.getTransactionManager());
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var meanwhile = in(() -> {
            rename("Durand");
            return alone.execute(status -> bills().invoice(agreement, number(), today()));
        });

        assertThat(said(meanwhile)).contains("Martin").doesNotContain("Durand");
    }

    @Test
    void nothing_is_kept_where_nothing_was_issued_or_no_paper_says_what_changed() {
        rename("Durand");
        issue(InvoiceKind.ACTUAL);
        change("update customer set phone = '0612345678' where id = (select customer_id from a)");
        change("update agreement set started_on = date '2019-01-01' where id in (select id from a)");

        assertThat(kept()).isZero();
    }

    @Test
    void what_was_issued_before_is_kept_once_however_much_it_is() {
        issue(InvoiceKind.ACTUAL);
        issue(InvoiceKind.CLOSING);
        in(this::everythingOnFileChanges);

        assertThat(kept()).isOne();
        assertThat(in(() -> database.sql("select facts::text from paper_facts where agreement_id = ?")
                        .param(agreement.value())
                        .query(String.class)
                        .single()))
                .contains("Martin", "2 rue du Port", "0189")
                .doesNotContain("iban\"", "phone");
    }

    private void everythingChanges() {
        in(this::everythingOnFileChanges);
        var yaml = new ConfigurationEdit(YAML)
                .with("name", "Les Eaux Neuves")
                .with("legal.legal-name", "Régie des Eaux Neuves " + number())
                .with("contact.email", "ecrire@eaux.example")
                .with("words.contract-number", "Référence")
                .with("payments.minimum", "500.00")
                .yaml();
        provisioning.configure(yaml, "test", "another name");
    }

    private void everythingOnFileChanges() {
        rename("Durand");
        change("update customer set street = '9 quai Neuf', email = null where id = (select customer_id from a)");
        change("update premise set street = '3 place Haute' where id in (select premise_id from s)");
        change("update agreement set payment_method = 'ON_INVOICE', occupant = null where id in (select id from a)");
        change("update mandate set revoked_on = date '2026-01-01' where agreement_id in (select id from a)");
    }

    private void rename(String name) {
        change("update customer set last_name = '" + name + "' where id = (select customer_id from a)");
    }

    private void mandate(String masked, LocalDate signed) {
        in(() -> database.sql("insert into mandate (id, agreement_id, reference, creditor, holder, iban, iban_masked,"
                        + " signed_on) values (?, ?, ?, 'FR12ZZZ123456', 'Jeanne', '\\x00', ?, ?)")
                .params(UUID.randomUUID(), agreement.value(), number(), masked, signed)
                .update());
    }

    private void change(String sql) {
        in(() -> database.sql("with a as (select * from agreement where id = :agreement),"
                        + " s as (select p.* from service_point p join a on a.service_point_id = p.id),"
                        + " another as (select customer_id, premise_id from agreement b"
                        + " join service_point p on b.service_point_id = p.id where b.id = :another) " + sql)
                .param("agreement", agreement.value())
                .param("another", another.value())
                .update());
    }

    private InvoiceId issue(InvoiceKind kind) {
        return in(() -> {
            var bill = kind == InvoiceKind.CREDIT_NOTE
                    ? bills().creditNote(agreement, number(), today())
                    : bills().invoice(agreement, number(), today());
            database.sql("update invoice set kind = ? where id = ?")
                    .params(kind.name(), bill.value())
                    .update();
            return bill;
        });
    }

    /** On paper, for software, in large print, and as the text that is heard or felt. */
    private List<String> forms(InvoiceId id) {
        return in(() -> {
            var invoice = issued.find(id).orElseThrow();
            var pdf = paper.of(invoice);
            return List.of(
                    text(pdf),
                    xml(pdf),
                    text(paper.withoutKey(invoice)),
                    text(paper.largePrint(invoice)),
                    paper.text(invoice).plain());
        });
    }

    private String said(InvoiceId id) {
        return in(() -> paper.text(issued.find(id).orElseThrow()).plain().replace('\u00a0', ' '));
    }

    private void neverOpened(InvoiceId id) {
        in(() -> database.sql("delete from invoice_paper where invoice_id = ?")
                .param(id.value())
                .update());
    }

    private long kept() {
        return in(() -> database.sql("select count(*) from paper_facts where agreement_id = ?")
                .param(agreement.value())
                .query(Long.class)
                .single());
    }

    private Bills bills() {
        return new Bills(database, ledger);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String number() {
        return "2025" + Numbers.next();
    }

    private static String text(DocumentContent pdf) {
        try (var document = Loader.loadPDF(pdf.bytes())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String xml(DocumentContent pdf) {
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var files = new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            return new String(files.get("factur-x.xml").getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }

    private void in(Runnable work) {
        TenantContext.runAs(UTILITY, () -> transaction.executeWithoutResult(status -> work.run()));
    }
}
