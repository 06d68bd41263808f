package fr.ondine.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.testing.EnvelopeWindow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** How the paper of an invoice is broken into pages and lines. */
class InvoiceLayoutTests {

    private static final InvoicePrinter PRINTER = new InvoicePrinter(new PdfRenderer());
    private static final String PORTAL = "https://abonnes.siegvo.fr";
    private static final Letterhead SIEGVO =
            new Letterhead(TenantConfigReader.read(BundledTenants.yaml("siegvo")), "", PORTAL);

    /** The name of a rubric or a group and its sum. */
    private static final String HEADING = "(Distribution de l'eau|Collecte et traitement des eaux usées"
            + "|Organismes publics|Autres prestations|Abonnement|Consommation) .?[\\d ]+,\\d\\d €";

    private static final List<byte[]> OF_MANY_LENGTHS = Stream.concat(
                    Stream.of(
                            PaperShapes.ofHalfAYear(31).paidBy(PaymentMethod.INSTALMENTS),
                            PaperShapes.ofHalfAYear(5).regularised(180),
                            PaperShapes.ofHalfAYear(57).ofTwoMeters().regularised(40),
                            PaperShapes.ofHalfAYear(57).leaking(412, 57)),
                    IntStream.range(0, 4)
                            .mapToObj(notes ->
                                    PaperShapes.ofHalfAYear(57).after("48.20").longOf(30 + notes)))
            .map(shape -> PRINTER.pdf(shape.printed(), SIEGVO))
            .toList();

    @Test
    void the_window_of_an_envelope_shows_the_address_and_nothing_else() throws IOException {
        for (var shape : List.of("reelle", "occupant", "estimee", "avoir-partiel", "fuite")) {
            var printed = InvoicePrinterTests.kinds().get(shape).printed();
            try (var document = Loader.loadPDF(PRINTER.pdf(printed, SIEGVO))) {
                EnvelopeWindow.showsOnly(printed.addressee().postalAddress(), document);
            }
        }
    }

    /** Two sums that nearly touch are read as one. */
    @Test
    void between_the_columns_of_numbers_there_is_room() throws IOException {
        var printed = InvoicePrinterTests.kinds().get("regularisation").printed();

        try (var document = Loader.loadPDF(PRINTER.pdf(printed, SIEGVO))) {
            assertThat(ColumnGaps.between("€", "%", document))
                    .hasSizeGreaterThan(8)
                    .allMatch(gap -> gap >= 4);
        }
    }

    @Test
    void no_page_ends_with_a_heading() throws IOException {
        for (var pdf : OF_MANY_LENGTHS) {
            assertThat(lastLines(pdf)).isNotEmpty().noneMatch(line -> line.matches(HEADING));
        }
    }

    @Test
    void what_is_to_be_known_stands_with_the_totals() throws IOException {
        for (var pdf : OF_MANY_LENGTHS) {
            try (var document = Loader.loadPDF(pdf)) {
                var last = lines(document, document.getNumberOfPages());
                assertThat(last).as("the last page").contains("À savoir").anyMatch(line -> line.contains("Total TTC"));
            }
        }
    }

    @Test
    void each_page_with_lines_names_their_columns() throws IOException {
        for (var pdf : OF_MANY_LENGTHS) {
            try (var document = Loader.loadPDF(pdf)) {
                for (var page = 1; page <= document.getNumberOfPages(); page++) {
                    var lines = lines(document, page);
                    assertThat(lines.stream().anyMatch(line -> line.matches(".*(m³|jours|forfait) .* €.* %")))
                            .as("page %s of %s", page, lines)
                            .isEqualTo(lines.stream().anyMatch(line -> line.startsWith("Désignation")));
                }
            }
        }
    }

    @Test
    void the_names_of_columns_stand_above_a_line_and_not_at_the_end_of_a_page() throws IOException {
        for (var kind : List.of("mairie", "occupant", "fuite")) {
            var printed = InvoicePrinterTests.kinds().get(kind).printed();

            assertThat(lastLines(PRINTER.pdf(printed, InvoicePrinterTests.SIEGVO)))
                    .as(kind)
                    .noneMatch(line -> line.startsWith("Désignation"));
        }
    }

    @Test
    void an_address_of_a_page_stays_on_one_line_in_large_print_too() throws IOException {
        var printed = PaperShapes.ofHalfAYear(412).leaking(412, 57).printed();

        assertThat(PaperSentences.parts("Sur " + PORTAL + ". Ou par courrier."))
                .startsWith("Sur ", PORTAL, ".")
                .filteredOn(PaperSentences::isWhole)
                .containsExactly(PORTAL);
        assertThat(PaperSentences.isWhole("https://www.exemple.fr/" + "chemin/".repeat(5)))
                .as("longer than a line")
                .isFalse();
        assertThat(lines(PRINTER.largePrint(printed, SIEGVO)).stream().filter(line -> line.contains(PORTAL)))
                .as("how to pay, and where to send what proves a leak")
                .hasSize(2);
        assertThat(lines(PRINTER.pdf(printed, SIEGVO)).stream().filter(line -> line.contains(PORTAL)))
                .hasSize(2);
    }

    @Test
    void thousands_are_grouped_in_one_way() {
        var page = PRINTER.page(PaperShapes.ofHalfAYear(412).leaking(412, 57).printed(), SIEGVO);

        assertThat(page).containsPattern("soit 2\u00a0\\d{3} litres").doesNotContain("\u202f");
    }

    /** The last line of each page, above its foot. */
    private static List<String> lastLines(byte[] pdf) throws IOException {
        var last = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var lines = lines(document, page);
                var foot = IntStream.range(0, lines.size())
                        .filter(at -> lines.get(at).contains("SIREN"))
                        .max()
                        .orElseThrow();
                last.add(lines.get(foot - 1));
            }
        }
        return last;
    }

    private static List<String> lines(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return lines(document, 0);
        }
    }

    /** From top to bottom, of one page or of all. */
    private static List<String> lines(PDDocument document, int page) throws IOException {
        var reader = new PDFTextStripper();
        reader.setSortByPosition(true);
        reader.setStartPage(Math.max(page, 1));
        reader.setEndPage(page == 0 ? document.getNumberOfPages() : page);
        return reader.getText(document)
                .replace('\u00a0', ' ')
                .lines()
                .map(String::strip)
                .toList();
    }
}
