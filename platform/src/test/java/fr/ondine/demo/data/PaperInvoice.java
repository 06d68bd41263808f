package fr.ondine.demo.data;

import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.Colour;
import fr.ondine.tenantconfig.TenantConfig;
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

    private static final Colour INK = new Colour("#16222e");
    private static final Colour SOFT = new Colour("#51606f");
    private static final float LEFT = 50;
    private static final float RIGHT = 545;
    /** The longest name of a charge ends before its quantity. */
    private static final int LABEL = 8;

    private static final Map<String, String> RUBRICS = Map.of(
            "eau", "Distribution de l'eau",
            "assainissement", "Collecte et traitement des eaux usées",
            "organismes_publics", "Organismes publics");

    private final Dossier dossier;
    private final Contract contract;
    private final Bill bill;
    private final TenantConfig utility;

    private PaperInvoice(Dossier dossier, Contract contract, Bill bill) {
        this.dossier = dossier;
        this.contract = contract;
        this.bill = bill;
        this.utility = BundledTenants.read(dossier.utility().slug());
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
        head(page);
        reference(page);
        people(page);
        subject(page);
        totals(page, lines(page, 480));
    }

    private void head(PaperPage page) throws IOException {
        page.colour(brand());
        page.box(LEFT, 768, 40, 40);
        page.bold(102, 790, 19, utility.name());
        page.colour(Colour.WHITE);
        page.boldCentre(70, 781, 20, utility.brand().mark());
        page.colour(SOFT);
        page.text(102, 775, 9, utility.slogan());
        var contact = utility.contact();
        float y = 722;
        page.text(LEFT, y, 8, contact.serviceName());
        for (var line : contact.postalAddress()) {
            y -= 11;
            page.text(LEFT, y, 8, line);
        }
        for (var phone : contact.phones()) {
            y -= 11;
            page.text(LEFT, y, 8, phone.label() + " : " + phone.number());
        }
        for (var hours : contact.openingHours()) {
            y -= 11;
            page.text(LEFT, y, 8, hours);
        }
    }

    private void reference(PaperPage page) throws IOException {
        page.colour(utility.brand().soft());
        page.box(330, 744, RIGHT - 330, 70);
        page.colour(brand());
        page.box(330, 744, 3, 70);
        page.bold(344, 797, 10, "Référence à rappeler");
        page.colour(INK);
        reference(page, 781, "N° de contrat", bill.agreementNumber());
        if (contract.claimKey().isEmpty()) {
            reference(page, 767, "N° de facture", bill.number());
        } else {
            reference(page, 767, "Clé de sécurité", contract.claimKey());
        }
        if (contract.service() == Service.WATER) {
            reference(page, 753, "N° de compteur", dossier.meters().serialInPlace());
        }
    }

    private static void reference(PaperPage page, float y, String name, String value) throws IOException {
        page.text(344, y, 9, name);
        page.bold(425, y, 10, value);
    }

    private void people(PaperPage page) throws IOException {
        var address = dossier.address();
        page.colour(SOFT);
        page.text(330, 722, 8, "Destinataire de la facture");
        page.text(330, 652, 8, "Adresse du lieu desservi");
        page.colour(INK);
        page.text(330, 706, 11, dossier.holder().fullName());
        page.text(330, 692, 11, address.street());
        page.text(330, 678, 11, address.postcode() + " " + address.city());
        page.text(330, 640, 9, address.street() + ", " + address.postcode() + " " + address.city());
    }

    private void subject(PaperPage page) throws IOException {
        page.colour(brand());
        page.bold(LEFT, 595, 16, (isCredit() ? "Avoir n° " : "Facture n° ") + bill.number());
        page.colour(SOFT);
        page.text(
                LEFT,
                579,
                9,
                "Du " + day(bill.issuedOn()) + ". Période du "
                        + day(bill.half().from()) + " au "
                        + day(bill.half().to()) + ".");
        page.colour(brand());
        page.box(LEFT, 524, RIGHT - LEFT, 38);
        page.colour(Colour.WHITE);
        page.text(64, 547, 9, "Volume facturé");
        page.bold(64, 532, 13, bill.cubicMetres() + " m³");
        page.text(300, 547, 9, isCredit() ? "À votre crédit" : "À payer d'ici au " + day(bill.dueOn()));
        page.bold(300, 532, 13, french(isCredit() ? bill.total().negate() : bill.total()) + " €");
    }

    /** Where the next thing may stand. */
    private float lines(PaperPage page, float top) throws IOException {
        page.colour(SOFT);
        page.text(LEFT, top + 18, 8, "Désignation");
        page.right(352, top + 18, 8, "Quantité");
        page.right(425, top + 18, 8, "Prix unitaire HT");
        page.right(478, top + 18, 8, "TVA");
        page.right(RIGHT, top + 18, 8, "Montant HT");
        var y = top;
        var section = "";
        for (var line : bill.lines()) {
            if (!line.charge().section().equals(section)) {
                section = line.charge().section();
                y = rubric(page, y, section);
            }
            page.colour(INK);
            page.text(LEFT, y, LABEL, line.charge().label());
            page.right(352, y, 9, line.quantity() + " " + line.charge().unit());
            page.right(425, y, 9, french(line.charge().price()));
            page.right(478, y, 9, french(line.charge().vatRate()) + " %");
            page.right(RIGHT, y, 9, french(line.net()));
            y -= 15;
        }
        return y;
    }

    private float rubric(PaperPage page, float y, String section) throws IOException {
        page.colour(brand());
        page.bold(LEFT, y - 6, 10, RUBRICS.getOrDefault(section, section));
        page.box(LEFT, y - 11, RIGHT - LEFT, 0.8f);
        return y - 24;
    }

    private void totals(PaperPage page, float top) throws IOException {
        var y = top - 12;
        page.colour(INK);
        page.text(360, y, 10, "Total HT");
        page.right(RIGHT, y, 10, french(bill.net()) + " €");
        for (var vat : bill.vatByRate().entrySet()) {
            y -= 15;
            page.text(360, y, 10, "TVA " + french(vat.getKey()) + " %");
            page.right(RIGHT, y, 10, french(vat.getValue()) + " €");
        }
        page.colour(utility.brand().soft());
        page.box(350, y - 32, RIGHT - 350, 24);
        page.colour(brand());
        page.bold(360, y - 24, 12, "Total TTC");
        page.boldRight(RIGHT - 8, y - 24, 12, french(bill.total()) + " €");
        page.colour(SOFT);
        page.text(LEFT, 40, 8, "Facture de démonstration : personnes, adresses et montants sont inventés.");
    }

    private Colour brand() {
        return utility.brand().colour();
    }

    private boolean isCredit() {
        return bill.kind().equals("avoir");
    }

    private static String day(LocalDate date) {
        return DAY.format(date).replaceFirst("^1 ", "1er ");
    }

    private static String french(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
