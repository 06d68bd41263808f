package fr.ondine.platform.billing;

import static fr.ondine.platform.billing.InvoicePrinterTests.PRINTER;
import static fr.ondine.platform.billing.InvoicePrinterTests.SIEGVO;
import static fr.ondine.platform.billing.InvoicePrinterTests.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.customers.MandateSummary;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.testing.ReadBySoftware;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an invoice is paid, or what it gives back, for people and for software. */
class PaymentsOnPaperTests {

    private static final Letterhead TRANSFERRED =
            InvoicePrinterTests.with("payments:", "transfer-to: FR76 3000 6000 0112 3456 7890 189");
    private static final Letterhead NEITHER = new Letterhead(
            TenantConfigReader.read(BundledTenants.yaml("siegvo")
                    .replaceFirst("(?m)^  provider: .*\\n  stripe-account: .*$", "  provider: none")),
            "",
            "https://abonnes.siegvo.fr");

    @Test
    void an_invoice_to_be_transferred_names_the_account_and_what_to_write() throws IOException {
        var paper = "Par virement sur le compte FR76 3000 6000 0112 3456 7890 189, en rappelant le numéro 2026-004218";
        var asked = PaperShapes.ofHalfAYear(57);

        assertThat(text(PRINTER.pdf(asked.printed(), TRANSFERRED))).contains(paper);
        assertThat(PageValues.plain(PRINTER.text(asked.printed(), TRANSFERRED).plain()))
                .contains(paper);
        assertThat(xml(asked, TRANSFERRED))
                .contains(
                        "<ram:PaymentReference>2026-004218</ram:PaymentReference><ram:InvoiceCurrencyCode>",
                        "<ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount>"
                                + "<ram:IBANID>FR7630006000011234567890189<");
        assertThat(ReadBySoftware.faults(PRINTER.pdf(asked.printed(), TRANSFERRED)))
                .isEmpty();
        assertThat(text(PRINTER.pdf(asked.printed(), SIEGVO))).doesNotContain("virement sur le compte");
        assertThat(xml(asked, SIEGVO)).contains(means("48")).doesNotContain("IBANID", "PaymentReference");
    }

    @Test
    void what_nothing_is_asked_for_with_names_no_account_to_transfer_it_to() throws IOException {
        for (var nothing : List.of(
                PaperShapes.ofHalfAYear(57).byPlan(),
                PaperShapes.blank().of(InvoiceKind.ACTUAL).withoutPeriod().piece("Solde", "3.00", "10"))) {
            assertThat(nothing.printed().due().isNothing()).isTrue();
            assertThat(xml(nothing, TRANSFERRED)).contains(means("1")).doesNotContain("IBANID", "PaymentReference");
        }
    }

    @Test
    void what_a_plan_settles_is_not_said_to_be_set_off() throws IOException {
        var kept = PaperShapes.ofHalfAYear(5).regularised(180);
        var printed = kept.printed();
        var settled = new PrintedInvoice(
                printed.invoice(), printed.addressee(), printed.due(), printed.chart(), printed.leak(), true);

        assertThat(text(PRINTER.pdf(settled, TRANSFERRED))).contains("à la fin de votre échéancier");
        assertThat(InvoicePrinterTests.xml(PRINTER.pdf(settled, TRANSFERRED))).contains(means("1"));
        assertThat(text(PRINTER.pdf(printed, TRANSFERRED))).doesNotContain("échéancier");
    }

    @Test
    void a_debit_names_its_mandate_and_its_creditor_and_no_account_of_the_utility() throws IOException {
        var debited = PaperShapes.ofHalfAYear(57).paidBy(PaymentMethod.DIRECT_DEBIT);

        assertThat(text(PRINTER.pdf(debited.printed(), TRANSFERRED)))
                .contains("FR76 •••• •••• 0185. Mandat RUM-2019-0042, identifiant du créancier (ICS) FR48ZZZ227807.")
                .doesNotContain("virement");
        assertThat(xml(debited, TRANSFERRED))
                .contains(
                        "<ram:CreditorReferenceID>FR48ZZZ227807</ram:CreditorReferenceID><ram:InvoiceCurrencyCode>",
                        means("59"),
                        "<ram:DirectDebitMandateID>RUM-2019-0042</ram:DirectDebitMandateID>"
                                + "</ram:SpecifiedTradePaymentTerms>")
                .doesNotContain("IBANID", "0185");
        assertThat(ReadBySoftware.faults(PRINTER.pdf(debited.printed(), TRANSFERRED)))
                .isEmpty();
    }

    @Test
    void of_a_mandate_of_the_past_the_creditor_is_not_known_and_of_no_mandate_nothing() throws IOException {
        var past = PaperShapes.ofHalfAYear(57)
                .debitedBy(new MandateSummary(
                        "RUM-2019-0042", null, "FR76 •••• •••• 0185", null, LocalDate.of(2019, 3, 1)));
        var unknown = PaperShapes.ofHalfAYear(57).debitedBy(null);

        assertThat(text(PRINTER.pdf(past.printed(), SIEGVO)))
                .contains("Mandat RUM-2019-0042.")
                .doesNotContain("ICS");
        assertThat(xml(past, SIEGVO)).contains("DirectDebitMandateID").doesNotContain("CreditorReferenceID");
        assertThat(text(PRINTER.pdf(unknown.printed(), SIEGVO)))
                .contains("sur votre compte.")
                .doesNotContain("Mandat");
        assertThat(xml(unknown, SIEGVO)).contains(means("59")).doesNotContain("DirectDebitMandateID");
        assertThat(ReadBySoftware.faults(PRINTER.pdf(unknown.printed(), SIEGVO)))
                .isEmpty();
    }

    @Test
    void who_is_let_see_an_invoice_reads_nothing_of_the_account_or_the_mandate() throws IOException {
        var printed =
                PaperShapes.ofHalfAYear(57).paidBy(PaymentMethod.DIRECT_DEBIT).printed();
        var shared = new PrintedInvoice(
                printed.invoice(), printed.addressee().asShared(), printed.due(), printed.chart(), printed.leak());
        var pdf = PRINTER.pdf(shared, SIEGVO);

        assertThat(text(pdf)).doesNotContain("0185", "RUM-2019", "ZZZ");
        assertThat(InvoicePrinterTests.xml(pdf)).contains(means("59")).doesNotContain("0185", "RUM-2019", "ZZZ");
        assertThat(PRINTER.text(shared, SIEGVO).plain()).doesNotContain("0185", "RUM-2019", "ZZZ");
    }

    @Test
    void what_credit_pays_is_set_off_and_what_nobody_knows_is_not_said() throws IOException {
        assertThat(xml(PaperShapes.ofHalfAYear(57).after("-900.00"), TRANSFERRED))
                .contains(means("97"));
        assertThat(xml(PaperShapes.ofHalfAYear(57).credited(100, "Erreur"), TRANSFERRED))
                .contains(means("97"));
        assertThat(xml(PaperShapes.ofHalfAYear(5).regularised(180), TRANSFERRED))
                .contains(means("97"));
        assertThat(xml(PaperShapes.ofHalfAYear(5).regularised(180).of(InvoiceKind.CLOSING), TRANSFERRED))
                .contains(means("1"))
                .doesNotContain("IBANID");
        assertThat(xml(PaperShapes.ofHalfAYear(57), NEITHER)).contains(means("1"));
    }

    private static String means(String code) {
        return "<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>" + code + "</ram:TypeCode>";
    }

    private static String xml(PaperShapes shape, Letterhead head) throws IOException {
        return InvoicePrinterTests.xml(PRINTER.pdf(shape.printed(), head));
    }
}
