package fr.ondine.platform.billing;

import static fr.ondine.platform.billing.InvoicePrinterTests.PRINTER;
import static fr.ondine.platform.billing.InvoicePrinterTests.SIEGVO;
import static fr.ondine.platform.billing.InvoicePrinterTests.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.facturx.Operation;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.testing.ReadBySoftware;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an invoice says to who buys for a trade or for the public, and spares a household. */
class BuyersOnPaperTests {

    private static final PaperShapes SHOP = PaperShapes.ofHalfAYear(57).boughtForATrade();
    private static final PaperShapes TOWN = PaperShapes.ofHalfAYear(57).boughtByATown();
    private static final PaperShapes WATER_ALONE =
            PaperShapes.blank().standing("Abonnement", InvoiceSection.WATER).water(57);
    private static final PaperShapes ONCE =
            PaperShapes.blank().of(InvoiceKind.ONE_OFF).withoutPeriod().piece("Déplacement", "65.00", "20");
    private static final String TRADE = "pénalités au taux de refinancement de la Banque centrale européenne majoré de"
            + " 10 points (article L. 441-10 du code de commerce). S'y ajoute une indemnité forfaitaire pour frais de"
            + " recouvrement de 40 € (article D. 441-5 du même code). Pas d'escompte pour paiement anticipé.";
    private static final String PUBLIC =
            "intérêts moratoires au taux de refinancement de la Banque centrale européenne au"
                    + " premier jour du semestre, majoré de 8 points (articles L. 2192-13 et R. 2192-31 du code de la commande"
                    + " publique). S'y ajoute une indemnité forfaitaire pour frais de recouvrement de 40 € (article D. 2192-35";

    @Test
    void a_paper_says_the_numbers_of_who_buys_and_what_it_costs_them_to_pay_late() throws IOException {
        assertThat(paper(SHOP))
                .contains("Destinataire : SIREN 900 123 456, N° TVA FR87900123456.", TRADE)
                .doesNotContain("commande publique");
        assertThat(paper(TOWN))
                .contains(
                        "Destinataire : SIREN 215 799 990, SIRET 215 799 990 00019, code service EAU-2,"
                                + " n° d'engagement 2026-000117.",
                        PUBLIC)
                .doesNotContain("code de commerce");
    }

    @Test
    void large_print_and_a_text_say_the_same() throws IOException {
        for (var shape : List.of(SHOP, TOWN)) {
            var told = shape == SHOP ? TRADE : PUBLIC;
            assertThat(text(PRINTER.largePrint(shape.printed(), SIEGVO))).contains("Destinataire : SIREN", told);
            assertThat(PageValues.plain(PRINTER.text(shape.printed(), SIEGVO).plain()))
                    .contains("Destinataire : SIREN", told);
        }
    }

    @Test
    void a_household_is_told_nothing_of_the_kind() throws IOException {
        var household = PaperShapes.ofHalfAYear(57);

        assertThat(paper(household)).doesNotContain("Destinataire :", "Retard de paiement", "de 40 €", "escompte");
        assertThat(xml(household))
                .contains("sans objet pour un particulier")
                .doesNotContain("majoré", "BuyerReference", "BuyerOrder", "B2B");
    }

    @Test
    void who_is_given_money_back_is_not_told_what_it_costs_to_pay_late() throws IOException {
        for (var shape : List.of(
                PaperShapes.ofHalfAYear(57).boughtForATrade().credited(100, "Erreur de relevé"),
                PaperShapes.ofHalfAYear(5).boughtForATrade().regularised(180))) {
            assertThat(paper(shape)).contains("SIREN 900 123 456").doesNotContain("Retard de paiement");
        }
    }

    @Test
    void software_finds_a_company_by_its_siren_and_its_vat_number() throws IOException {
        assertThat(xml(SHOP))
                .contains(
                        "<ram:ID schemeID=\"0002\">900123456<",
                        "<ram:URIID schemeID=\"0225\">900123456<",
                        "<ram:ID schemeID=\"VA\">FR87900123456<",
                        "<ram:Content>B2B</ram:Content><ram:SubjectCode>BAR<")
                .containsSubsequence("<ram:SpecifiedTradePaymentTerms><ram:Description>À payer d'ici au", "10 points")
                .doesNotContain("0009");
    }

    @Test
    void software_finds_a_public_body_by_its_place_its_service_and_what_it_is_paid_from() throws IOException {
        assertThat(xml(TOWN))
                .contains(
                        "<ram:BuyerReference>EAU-2<",
                        "<ram:GlobalID schemeID=\"0009\">21579999000019<",
                        "<ram:ID schemeID=\"0002\">215799990<",
                        "<ram:URIID schemeID=\"0225\">215799990_21579999000019_EAU-2<",
                        "<ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>2026-000117<")
                .containsSubsequence("<ram:SpecifiedTradePaymentTerms><ram:Description>À payer d'ici au", "8 points");
    }

    /** CGI annexe II, art. 242 nonies A, I 13°, since the decree of 7 October 2022. */
    @Test
    void who_buys_for_a_trade_or_the_public_reads_whether_goods_or_services_are_sold() throws IOException {
        var both = "Nature de l'opération : livraison de biens et prestation de services.";

        for (var shape : List.of(
                SHOP, TOWN, PaperShapes.ofHalfAYear(57).boughtForATrade().credited(35, "Fuite"))) {
            assertThat(paper(shape)).contains(both);
            assertThat(text(PRINTER.largePrint(shape.printed(), SIEGVO))).contains(both);
            assertThat(PageValues.plain(PRINTER.text(shape.printed(), SIEGVO).plain()))
                    .contains(both);
        }
        assertThat(paper(ONCE.boughtForATrade())).contains("Nature de l'opération : prestation de services.");
        assertThat(paper(WATER_ALONE.boughtForATrade())).contains("Nature de l'opération : livraison de biens.");
        assertThat(paper(PaperShapes.ofHalfAYear(57))).doesNotContain("Nature de l'opération");
    }

    /** XP Z12-012, BR-FR-08: of who buys for a household too. */
    @Test
    void software_reads_whether_goods_or_services_are_sold() throws IOException {
        assertThat(xml(SHOP)).contains("<ram:ID>M1</ram:ID>");
        assertThat(xml(PaperShapes.ofHalfAYear(57))).contains("<ram:ID>M1</ram:ID>");
        assertThat(xml(ONCE)).contains("<ram:ID>S1</ram:ID>");
        assertThat(xml(WATER_ALONE)).contains("<ram:ID>B1</ram:ID>");
    }

    /** CGI annexe II, art. 242 nonies A, I 11° bis. */
    @Test
    void of_a_utility_that_chose_debits_who_deducts_the_vat_of_services_reads_it() throws IOException {
        var chosen = "Option pour le paiement de la taxe d'après les débits.";
        var head = InvoicePrinterTests.with("legal:", "vat-due: on-debits");
        var sold = List.of(SHOP, ONCE.boughtForATrade());

        for (var shape : sold) {
            assertThat(text(PRINTER.pdf(shape.printed(), head))).contains(chosen);
            assertThat(InvoicePrinterTests.xml(PRINTER.pdf(shape.printed(), head)))
                    .contains("<ram:DueDateTypeCode>5<");
            assertThat(paper(shape)).doesNotContain("débits");
            assertThat(xml(shape)).doesNotContain("DueDateTypeCode");
        }
        for (var shape : List.of(WATER_ALONE.boughtForATrade(), PaperShapes.ofHalfAYear(57))) {
            assertThat(text(PRINTER.pdf(shape.printed(), head))).doesNotContain("débits");
        }
        assertThat(InvoicePrinterTests.xml(PRINTER.pdf(WATER_ALONE.printed(), head)))
                .doesNotContain("DueDateTypeCode");
    }

    @Test
    void software_finds_nothing_wrong_with_vat_by_debits_nor_with_what_has_none() {
        var head = InvoicePrinterTests.with("legal:", "vat-due: on-debits");
        var shape = PaperShapes.ofHalfAYear(57).boughtForATrade().exempt("Frais", "40.00", Optional.empty());

        assertThat(ReadBySoftware.faults(PRINTER.pdf(shape.printed(), head))).isEmpty();
    }

    @Test
    void what_the_agency_takes_follows_what_it_is_taken_on() {
        assertThat(operation(agency("Consommation eau potable (agence de l'eau)")))
                .contains(Operation.GOODS);
        assertThat(operation(agency("Performance des systèmes d'assainissement collectif (agence de l'eau)")))
                .contains(Operation.SERVICES);
        assertThat(operation(PaperShapes.blank())).isEmpty();
    }

    @Test
    void what_is_done_once_is_a_service_in_the_rubric_of_water_too_and_water_that_is_fetched_is_goods() {
        assertThat(operation(PaperShapes.blank().withoutPeriod().standing("Ouverture", InvoiceSection.WATER)))
                .contains(Operation.SERVICES);
        assertThat(operation(PaperShapes.blank().standing("Abonnement", InvoiceSection.WATER)))
                .contains(Operation.GOODS);
        assertThat(operation(PaperShapes.blank().withoutPeriod().water(12))).contains(Operation.GOODS);
    }

    private static Optional<Operation> operation(PaperShapes shape) {
        return Operations.of(shape.printed().invoice());
    }

    private static PaperShapes agency(String label) {
        return PaperShapes.blank()
                .water(label, InvoiceSection.PUBLIC_BODIES, 57, "0.43", "5.5", Beneficiary.WATER_AGENCY);
    }

    private static String paper(PaperShapes shape) throws IOException {
        return text(PRINTER.pdf(shape.printed(), SIEGVO));
    }

    private static String xml(PaperShapes shape) throws IOException {
        return InvoicePrinterTests.xml(PRINTER.pdf(shape.printed(), SIEGVO));
    }
}
