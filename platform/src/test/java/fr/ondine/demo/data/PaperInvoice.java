package fr.ondine.demo.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The invoice as the billing software printed it: contract number and claim key top right, then lines and totals. */
final class PaperInvoice {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

    private static final Map<String, String> SECTIONS = Map.of(
            "eau", "Distribution de l'eau",
            "assainissement", "Collecte et traitement des eaux usées",
            "organismes_publics", "Organismes publics");

    private final Dossier dossier;
    private final Contract contract;
    private final Bill bill;

    private PaperInvoice(Dossier dossier, Contract contract, Bill bill) {
        this.dossier = dossier;
        this.contract = contract;
        this.bill = bill;
    }

    static byte[] print(Dossier dossier, Contract contract, Bill bill) {
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            // the same invoice gives the same bytes
            pdf.setDocumentId((long) bill.number().hashCode());
            pdf.getDocumentInformation().setTitle("Facture " + bill.number());
            try (var content = new PDPageContentStream(pdf, page)) {
                var plain = PDType0Font.load(pdf, PaperFonts.PLAIN, true);
                var bold = PDType0Font.load(pdf, PaperFonts.BOLD, true);
                new PaperInvoice(dossier, contract, bill).print(new PaperPage(content, plain, bold));
            }
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(PaperPage page) throws IOException {
        reference(page);
        people(page);
        lines(page);
        totals(page);
    }

    private void reference(PaperPage page) throws IOException {
        page.bold(50, 790, 20, dossier.utility().title());
        page.bold(340, 790, 11, "Référence à rappeler");
        page.text(340, 772, 11, "N° de contrat : " + bill.agreementNumber());
        if (!contract.claimKey().isEmpty()) {
            page.text(340, 756, 11, "Clé de sécurité : " + contract.claimKey());
        }
        if (contract.service() == Service.WATER) {
            page.text(340, 740, 11, "N° de compteur : " + dossier.meters().serialInPlace());
        }
    }

    private void people(PaperPage page) throws IOException {
        var address = dossier.address();
        page.text(50, 700, 10, "Adresse du lieu desservi :");
        page.text(50, 686, 10, address.street());
        page.text(50, 672, 10, address.postcode() + " " + address.city());
        page.text(340, 700, 11, dossier.holder().fullName());
        page.text(340, 686, 11, address.street());
        page.text(340, 672, 11, address.postcode() + " " + address.city());
        var title = bill.kind().equals("avoir") ? "Avoir n° " : "Facture n° ";
        page.bold(50, 625, 14, title + bill.number() + " du " + day(bill.issuedOn()));
        page.text(
                50,
                607,
                10,
                "Période du " + day(bill.half().from()) + " au "
                        + day(bill.half().to()));
        page.text(50, 593, 10, "Volume : " + bill.cubicMetres() + " m³");
    }

    private void lines(PaperPage page) throws IOException {
        page.bold(50, 560, 9, "Désignation");
        page.boldRight(370, 560, 9, "Quantité");
        page.boldRight(440, 560, 9, "Prix HT");
        page.boldRight(485, 560, 9, "TVA");
        page.boldRight(550, 560, 9, "Montant HT");
        float y = 543;
        var section = "";
        for (var line : bill.lines()) {
            if (!section.equals(line.charge().section())) {
                section = line.charge().section();
                page.bold(50, y - 5, 9, SECTIONS.get(section));
                y -= 20;
            }
            page.text(50, y, 9, line.charge().label());
            page.right(370, y, 9, line.quantity() + " " + line.charge().unit());
            page.right(440, y, 9, french(line.charge().price()));
            page.right(485, y, 9, french(line.charge().vatRate()) + " %");
            page.right(550, y, 9, french(line.net()));
            y -= 15;
        }
    }

    private void totals(PaperPage page) throws IOException {
        page.right(550, 330, 10, "Total HT : " + french(bill.net()) + " €");
        float y = 315;
        for (var vat : bill.vatByRate().entrySet()) {
            page.right(550, y, 10, "TVA " + french(vat.getKey()) + " % : " + french(vat.getValue()) + " €");
            y -= 15;
        }
        page.boldRight(550, y - 10, 14, "Total TTC : " + french(bill.total()) + " €");
        page.text(50, y - 10, 11, "À payer avant le " + day(bill.dueOn()));
        page.text(50, 60, 8, "Facture de démonstration : personnes, adresses et montants sont inventés.");
    }

    private static String day(LocalDate date) {
        return DAY.format(date).replaceFirst("^1 ", "1er ");
    }

    private static String french(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
