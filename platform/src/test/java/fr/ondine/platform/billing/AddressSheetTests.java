package fr.ondine.platform.billing;

import static fr.ondine.platform.billing.InvoicePrinterTests.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.AddressSheet.Enclosed;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.EnvelopeWindow;
import fr.ondine.testing.PaperPictures;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an envelope shows of an invoice in braille or in large print. */
class AddressSheetTests {

    private static final List<String> ADDRESS =
            List.of("Mme Élise & M. Paul d'Aubigné-Müller", "12 rue des Sources", "Bâtiment B", "57000 METZ");

    @Test
    void only_what_shows_no_address_itself_needs_one() {
        assertThat(EnumSet.allOf(InvoiceForm.class).stream().filter(AddressSheet::isNeeded))
                .containsExactly(InvoiceForm.LARGE_PRINT, InvoiceForm.BRAILLE, InvoiceForm.BRAILLE_CONTRACTED);
    }

    @Test
    void the_window_shows_the_address_and_the_sheet_says_who_sends_what() throws IOException {
        for (var form : List.of(InvoiceForm.LARGE_PRINT, InvoiceForm.BRAILLE)) {
            try (var sheet = Loader.loadPDF(sheet(form))) {
                EnvelopeWindow.showsOnly(ADDRESS, sheet);
                assertThat(sheet.getNumberOfPages()).isOne();
            }
            assertThat(text(form)).contains("Expéditeur", "17 Route de Metz", "Votre facture n° 2026-004218");
        }
    }

    /** Arrêté of 2 January 2009: what is printed in braille goes free; large print does so between institutions alone. */
    @Test
    void braille_goes_free_and_large_print_does_not() throws IOException {
        assertThat(text(InvoiceForm.BRAILLE)).contains("CÉCOGRAMME", "en braille intégral");
        assertThat(text(InvoiceForm.BRAILLE_CONTRACTED)).contains("CÉCOGRAMME", "en braille abrégé");
        assertThat(text(InvoiceForm.LARGE_PRINT))
                .contains("en gros caractères")
                .doesNotContainIgnoringCase("cécogramme");
    }

    @Test
    @Tag("long")
    void it_can_be_archived_and_read_aloud() throws Exception {
        for (var form : List.of(InvoiceForm.LARGE_PRINT, InvoiceForm.BRAILLE)) {
            var pdf = sheet(form);
            PaperPictures.keep(form.isBraille() ? "adresse-braille" : "adresse-gros-caracteres", pdf);
            assertThat(Conformance.ARCHIVE.faults(pdf)).isEmpty();
            assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
        }
    }

    private static byte[] sheet(InvoiceForm form) {
        return new AddressSheet(new PdfRenderer()).pdf(new Enclosed("2026-004218", false, form), ADDRESS, SIEGVO);
    }

    private static String text(InvoiceForm form) throws IOException {
        try (var document = Loader.loadPDF(sheet(form))) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s*\\R\\s*", " ");
        }
    }
}
