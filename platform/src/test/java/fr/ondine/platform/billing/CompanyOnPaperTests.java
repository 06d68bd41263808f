package fr.ondine.platform.billing;

import static fr.ondine.platform.billing.InvoicePrinterTests.PRINTER;
import static fr.ondine.platform.billing.InvoicePrinterTests.SIEGVO;
import static fr.ondine.platform.billing.InvoicePrinterTests.text;
import static fr.ondine.platform.billing.InvoicePrinterTests.xml;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.AddressSheet.Enclosed;
import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.ReadBySoftware;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a company says of itself on whatever it sends (Code de commerce R123-237, R123-238). */
class CompanyOnPaperTests {

    static final Letterhead COMPANY =
            new Letterhead(TenantConfigReader.read(BundledTenants.yaml("ileo")), "", "https://abonnes.ileo.fr");
    private static final String SAID = "SA au capital de 1 200 000 €, RCS Lille Métropole 812 501 005";

    private final PrintedInvoice printed = PaperShapes.ofHalfAYear(57).printed();

    @Test
    void each_form_of_an_invoice_says_form_capital_and_register_and_of_a_public_body_none() throws Exception {
        var pdf = PRINTER.pdf(printed, COMPANY);

        assertThat(text(pdf)).contains("SIREN 812 501 005 · N° TVA FR18812501005 " + SAID);
        assertThat(text(PRINTER.largePrint(printed, COMPANY))).contains(SAID);
        assertThat(PageValues.plain(PRINTER.text(printed, COMPANY).plain())).contains(SAID);
        assertThat(text(PRINTER.pdf(printed, SIEGVO))).doesNotContain("RCS", "capital");
        assertThat(Conformance.ARCHIVE.faults(pdf)).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
    }

    @Test
    void software_reads_it_and_the_siren_of_who_sells() throws Exception {
        var pdf = PRINTER.pdf(printed, COMPANY);

        assertThat(xml(pdf))
                .contains("<ram:Description>" + SAID + "</ram:Description><ram:SpecifiedLegalOrganization>"
                        + "<ram:ID schemeID=\"0002\">812501005<");
        assertThat(ReadBySoftware.faults(pdf)).isEmpty();
        assertThat(xml(PRINTER.pdf(printed, SIEGVO)))
                .contains("<ram:Name>Syndicat des eaux du SIEGVO</ram:Name><ram:SpecifiedLegalOrganization>");
    }

    @Test
    void the_sheet_with_an_address_says_it_too() throws Exception {
        var enclosed = new Enclosed("2026-004218", false, InvoiceForm.LARGE_PRINT);
        var address = List.of("Mme Élise d'Aubigné", "57000 METZ");
        var sheet = new AddressSheet(new PdfRenderer());

        assertThat(text(sheet.pdf(enclosed, address, COMPANY))).contains("SIREN 812 501 005 " + SAID);
        assertThat(text(sheet.pdf(enclosed, address, SIEGVO))).doesNotContain("RCS");
    }
}
