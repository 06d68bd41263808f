package fr.ondine.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.documents.Braille;
import fr.ondine.platform.documents.Braille.Grade;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.PaperPictures;
import fr.ondine.testing.ReadBySoftware;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stands on the paper of an invoice, for people and for software. */
class InvoicePrinterTests {

    static final InvoicePrinter PRINTER = new InvoicePrinter(new PdfRenderer());
    static final Letterhead SIEGVO = letterhead("siegvo", """
            subscriber-texts:
              how-to-pay: |
                Par chèque à l'ordre du Trésor public.
                Par virement : IBAN FR76 1000 1000 0100 0000 0000 123.
              on-invoices: |
                Qualité de l'eau en 2025 : eau conforme aux limites de qualité (synthèse de l'ARS).
            """);
    private static final String RATE_CHANGE = "Nouveaux tarifs à compter du 1er avril 2026 (délibération 2026-03-12/7)";

    /** What no tariff would make of so simple a shape: {@link RatedPapers} has pictures of them as they are billed. */
    private static final Set<String> RATED =
            Set.of("reelle", "regularisation", "negative", "avoir", "avoir-partiel", "fuite", "prestation", "estimee");

    /** One of each kind. */
    static Map<String, PaperShapes> kinds() {
        var kinds = new LinkedHashMap<String, PaperShapes>();
        kinds.put("reelle", PaperShapes.ofHalfAYear(57));
        kinds.put("solde-anterieur", PaperShapes.ofHalfAYear(57).after("48.20"));
        kinds.put("regularisation", PaperShapes.ofHalfAYear(57).ofTwoMeters().regularised(40));
        kinds.put("credit-anterieur", PaperShapes.ofHalfAYear(57).after("-48.20"));
        kinds.put(
                "prelevement",
                PaperShapes.ofHalfAYear(31).paidBy(PaymentMethod.DIRECT_DEBIT).after("12.00"));
        kinds.put("mensualisation", PaperShapes.ofHalfAYear(31).paidBy(PaymentMethod.INSTALMENTS));
        kinds.put("echeancier", PaperShapes.ofHalfAYear(57).byPlan());
        kinds.put("estimee", PaperShapes.ofHalfAYear(44).estimated());
        kinds.put(
                "occupant",
                PaperShapes.ofHalfAYear(57).livedInBy("M. Karim Benali").rolledOver());
        kinds.put("cloture", PaperShapes.ofHalfAYear(9).of(InvoiceKind.CLOSING));
        kinds.put(
                "prestation",
                PaperShapes.blank()
                        .of(InvoiceKind.ONE_OFF)
                        .withoutPeriod()
                        .piece("Déplacement d'un technicien", "65.00", "20")
                        .piece("Pose d'un compteur", "120.00", "10")
                        .exempt(
                                "Frais d'accès au service",
                                "40.00",
                                Optional.of("TVA non applicable, article 293 B du CGI")));
        kinds.put("fuite", PaperShapes.ofHalfAYear(412).after("48.20").leaking(412, 57));
        kinds.put("negative", PaperShapes.ofHalfAYear(5).regularised(180));
        kinds.put("cinq-pages", PaperShapes.ofHalfAYear(5_625).longOf(125));
        kinds.put("professionnel", PaperShapes.ofHalfAYear(57).boughtForATrade());
        kinds.put("mairie", PaperShapes.ofHalfAYear(57).boughtByATown());
        kinds.put("avoir", PaperShapes.ofHalfAYear(57).credited(100, "Erreur de relevé"));
        kinds.put("avoir-partiel", PaperShapes.ofHalfAYear(57).after("80.00").credited(35, "Fuite après compteur"));
        return kinds;
    }

    @Test
    void each_article_of_the_decree_of_1996_has_what_it_asks_for() throws IOException {
        var paper = text(pdf(PaperShapes.ofHalfAYear(57)
                .after("48.20")
                .ofTwoMeters()
                .regularised(40)
                .piece("Ouverture du branchement", "38.00", "20")));

        assertThat(paper)
                .as("article 1: three rubrics by their names")
                .containsSubsequence(
                        "Distribution de l'eau", "Collecte et traitement des eaux usées", "Organismes publics");
        assertThat(paper)
                .as("article 2: subscription and consumption, and whose share they are")
                .containsSubsequence("Distribution de l'eau", "Abonnement", "Consommation", "Collecte et traitement")
                .contains("part distributeur", "part intercommunale", "part communale");
        assertThat(paper)
                .as("article 3, since 2025: what the water agency has, by its four names")
                .contains(
                        "Consommation eau potable (agence de l'eau)",
                        "Performance des réseaux d'eau potable (agence de l'eau)",
                        "Performance des systèmes d'assainissement collectif (agence de l'eau)",
                        "Prélèvement sur la ressource en eau (agence de l'eau)");
        assertThat(paper)
                .as("article 4: price, amount and VAT of each, the volume before them, and the totals")
                .contains("57 m³ 1,3838 78,88 € 5,5 %", "Total HT", "Total TTC", "Taux de TVA");
        assertThat(paper)
                .as("article 5: who, when, where, in an emergency, until when and how to pay")
                .contains(
                        "17 Route de Metz",
                        "03 87 53 40 43",
                        "7h30 à 17h00",
                        "Urgences Dépannage 24h/24",
                        "9 août 2026")
                .contains("Par carte bancaire", "Par chèque", "Par virement");
        assertThat(paper)
                .as("article 6: both registers of each meter, and what was owed before")
                .contains("1 240 m³", "C15FA012345", "C26GB998877", "Solde précédent", "48,20 €");
        assertThat(paper)
                .as("article 7: the days, and how a change within them was split")
                .contains("Période du 1er janvier 2026 au 30 juin 2026", "à proportion des jours");
        assertThat(paper)
                .as("article 8: what the water is like, in the utility's words")
                .contains("Qualité de l'eau en 2025");
        assertThat(paper).as("article 9: new prices from the day on").contains(RATE_CHANGE);
        assertThat(paper)
                .as("article 11: what was asked for apart has its own rubric")
                .containsSubsequence("Autres prestations", "Ouverture du branchement");
        assertThat(paper)
                .as("CGCT L2224-12-4: a litre with taxes and without subscription")
                .contains("Prix du litre d'eau, toutes taxes comprises et hors abonnement : 0,00");
        assertThat(paper).as("how to contest").contains("dans les deux mois");
        assertThat(paper).as("to claim the agreement").containsSubsequence("20 1234 567", "K7M2 9QXD", "2026-004218");
    }

    @Test
    void an_estimate_says_that_it_is_one_and_what_did_not_happen_is_not_told() throws IOException {
        assertThat(text(pdf(PaperShapes.ofHalfAYear(44).estimated()))).contains("consommation estimée", "estimé");
        assertThat(text(pdf(PaperShapes.ofHalfAYear(44).withoutKey())))
                .doesNotContain("estimé", "Nouveaux tarifs", "à proportion", "K7M2 9QXD", "TVA à 0 %");
    }

    /** Arrêté du 10 juillet 1996, articles 4 and 6: what is billed after an estimate is not all that was used. */
    @Test
    void what_an_estimate_had_billed_is_not_billed_again_and_the_paper_says_so() throws IOException {
        var after = PaperShapes.ofHalfAYear(57).regularised(40);
        var back = PaperShapes.ofHalfAYear(5).regularised(180);

        assertThat(text(pdf(after)))
                .contains("Volume facturé", "17 m³", "Consommation C15FA012345 1 240 m³", "57 m³")
                .contains("Sur 57 m³ consommés, 40 m³ ont déjà été facturés d'après une estimation : il reste 17 m³");
        assertThat(text(pdf(back)))
                .contains("−175 m³")
                .contains(
                        "Vous avez consommé 5 m³, et 180 m³ avaient été facturés d'après une estimation : cette facture"
                                + " vous rend 175 m³.");
        assertThat(PRINTER.text(after.printed(), SIEGVO).plain().replace('\u00a0', ' '))
                .contains("Volume facturé : 17 m³", "40 m³ ont déjà été facturés");
        assertThat(text(pdf(PaperShapes.ofHalfAYear(57)))).contains("57 m³").doesNotContain("estimation", "consommés");
        assertThat(text(pdf(PaperShapes.ofHalfAYear(57).regularised(40).credited(100, "Erreur"))))
                .doesNotContain("estimation");
    }

    @Test
    void the_days_between_readings_are_said_once_for_all_that_was_used() throws IOException {
        var said = "Consommation du 1er janvier au 28 juin 2026, sauf mention contraire.";
        var read = PaperShapes.ofHalfAYear(57).readBeforeItsEnd();

        assertThat(text(pdf(read))).contains(said).containsOnlyOnce("28 juin 2026");
        assertThat(PRINTER.text(read.printed(), SIEGVO).plain().replace('\u00a0', ' '))
                .contains(said)
                .containsOnlyOnce("28 juin 2026");
        assertThat(text(pdf(PaperShapes.ofHalfAYear(57)))).doesNotContain("sauf mention contraire");
    }

    @Test
    void a_reading_before_the_end_of_a_period_is_no_change_of_price() throws IOException {
        assertThat(text(pdf(PaperShapes.ofHalfAYear(57).readBeforeItsEnd())))
                .contains("du 1er janvier au 28 juin 2026")
                .doesNotContain("Un prix a changé", "à proportion des jours");
    }

    @Test
    void what_was_owed_before_is_recalled_and_asked_for_with_the_invoice() throws IOException {
        var printed = PaperShapes.ofHalfAYear(57).after("48.20").printed();
        var asked =
                printed.invoice().total().plus(printed.invoice().carriedOver().balance());

        assertThat(printed.due().amount()).isEqualTo(asked);
        assertThat(text(PRINTER.pdf(printed, SIEGVO)))
                .contains(
                        "Total à payer d'ici au 9 août 2026",
                        String.valueOf(asked.amount()).replace('.', ','));
    }

    @Test
    void what_an_invoice_gives_back_is_said_to_pay_the_next_ones_unless_what_was_owed_takes_it() throws IOException {
        var kept = "reste à votre crédit : cette somme paie vos prochaines factures";
        var back = PaperShapes.ofHalfAYear(5).regularised(180);

        assertThat(text(pdf(back))).contains(kept);
        assertThat(text(pdf(back.after("-7.00")))).contains("vous aviez 7,00 € à votre crédit", kept);
        assertThat(text(pdf(back.after("12.00"))))
                .contains("Ce que nous vous devons ici en est déduit. Ce que nous vous devons " + kept);
        assertThat(text(pdf(back.after("900.00"))))
                .contains("Ce que nous vous devons ici en est déduit")
                .doesNotContain(kept);
        assertThat(text(pdf(PaperShapes.ofHalfAYear(57)))).doesNotContain("Ce que nous vous devons");
    }

    @Test
    void who_leaves_is_told_that_it_is_paid_back() throws IOException {
        var back = PaperShapes.ofHalfAYear(5).regularised(180).of(InvoiceKind.CLOSING);

        assertThat(text(pdf(back)))
                .contains("Votre contrat est terminé : ce que nous vous devons vous est remboursé.", "coordonnées")
                .doesNotContain("prochaines factures");
        assertThat(text(pdf(back.after("900.00")))).doesNotContain("remboursé");
        assertThat(text(pdf(PaperShapes.ofHalfAYear(57).of(InvoiceKind.CLOSING))))
                .doesNotContain("remboursé");
    }

    @Test
    void who_pays_by_the_month_is_told_that_the_year_of_the_plan_settles_it() throws IOException {
        assertThat(text(pdf(PaperShapes.ofHalfAYear(5).regularised(180).paidBy(PaymentMethod.INSTALMENTS))))
                .contains("à la fin de votre échéancier : cette somme vous est rendue ou paie vos prochaines factures");
    }

    @Test
    void a_credit_note_says_that_it_is_taken_off_its_invoice_first() throws IOException {
        assertThat(text(pdf(PaperShapes.ofHalfAYear(57).credited(100, "Fuite"))))
                .contains("Cet avoir réduit d'abord la facture qu'il reprend.")
                .doesNotContain("prochaines factures", "remboursé");
    }

    @Test
    void a_credit_note_names_what_it_takes_back_and_why() throws IOException {
        assertThat(text(pdf(PaperShapes.ofHalfAYear(57).credited(100, "Erreur de relevé"))))
                .contains(
                        "Avoir n° 2026-A00031",
                        "reprend la facture n° 2026-004218 du 10 juin 2026",
                        "Erreur de relevé",
                        "En votre faveur")
                .doesNotContain("Comment payer", "Prix du litre");
    }

    @Test
    void what_a_credit_note_takes_of_a_use_is_never_called_a_subscription() throws IOException {
        assertThat(text(pdf(PaperShapes.ofHalfAYear(57).credited(35, "Fuite"))))
                .contains("Abonnement eau")
                .doesNotContain("Abonnement −", "Abonnement Abonnement");
    }

    @Test
    void what_is_asked_for_once_is_never_called_a_subscription() throws IOException {
        assertThat(text(pdf(PaperShapes.blank()
                        .of(InvoiceKind.ONE_OFF)
                        .withoutPeriod()
                        .increase("27.25"))))
                .contains("Collecte et traitement des eaux usées", "Majoration de 25 %", "27,25 €")
                .doesNotContain("Abonnement", "Prestation");
    }

    /** Arrêté du 10 juillet 1996, article 2: two lines of the same words are told apart by whose share they are. */
    @Test
    void a_credit_note_says_whose_share_each_line_was_and_of_which_days() throws IOException {
        for (var percent : List.of(35, 100)) {
            assertThat(text(pdf(PaperShapes.ofHalfAYear(57).regularised(40).credited(percent, "Fuite"))))
                    .contains(
                            "Consommation d'eau potable, part distributeur",
                            "Consommation d'eau potable, part intercommunale",
                            "du 1er avril au 30 juin 2026")
                    .doesNotContain("déjà facturé", "Nouveaux tarifs", "à proportion");
        }
    }

    @Test
    void software_reads_whose_share_a_line_is_where_its_label_does_not_say_so() throws IOException {
        for (var shape :
                List.of(PaperShapes.ofHalfAYear(57), PaperShapes.ofHalfAYear(57).credited(100, "Fuite"))) {
            assertThat(xml(pdf(shape)))
                    .contains(
                            "<ram:Name>Consommation d'eau potable, part distributeur<",
                            "<ram:Name>Consommation d'eau potable, part intercommunale<",
                            "<ram:Name>Consommation eau potable (agence de l'eau)<");
        }
    }

    @Test
    void no_vat_is_never_without_its_reason() throws IOException {
        assertThat(text(pdf(PaperShapes.blank()
                        .withoutPeriod()
                        .exempt("Accès", "40.00", Optional.of("article 293 B du CGI")))))
                .contains("TVA à 0 % : article 293 B du CGI");
        assertThat(text(pdf(PaperShapes.blank().withoutPeriod().exempt("Accès", "40.00", Optional.empty()))))
                .contains("TVA à 0 % : TVA non applicable ou exonérée");
    }

    @Test
    void a_few_shapes_can_be_archived_read_aloud_and_read_by_software() throws Exception {
        for (var name : List.of("regularisation", "prestation", "avoir-partiel", "fuite", "professionnel", "mairie")) {
            isValid(name, pdf(kinds().get(name)));
        }
    }

    @Test
    void of_who_has_no_electronic_address_only_that_is_missing() {
        assertThat(ReadBySoftware.faults(pdf(PaperShapes.ofHalfAYear(57).withoutEmail())))
                .as("French rules ask it of companies alone")
                .singleElement()
                .asString()
                .contains("warning", "BR-FR-12_BT-49");
    }

    @Test
    void software_reads_the_amounts_that_were_issued() throws IOException {
        var printed =
                PaperShapes.ofHalfAYear(57).after("-48.20").regularised(40).printed();
        var invoice = printed.invoice();
        var xml = xml(PRINTER.pdf(printed, SIEGVO));

        assertThat(xml)
                .contains("<ram:TypeCode>380</ram:TypeCode>")
                .contains("<ram:TaxBasisTotalAmount>" + invoice.net().amount() + "<")
                .contains("<ram:TaxTotalAmount currencyID=\"EUR\">"
                        + invoice.vat().amount() + "<")
                .contains("<ram:GrandTotalAmount>" + invoice.total().amount() + "<")
                .contains("<ram:TotalPrepaidAmount>48.20<")
                .contains("<ram:BilledQuantity unitCode=\"MTQ\">-40<")
                .contains("<ram:BasisQuantity unitCode=\"DAY\">365<");
        invoice.lines()
                .forEach(line -> assertThat(xml)
                        .contains("<ram:LineTotalAmount>" + line.net().amount() + "<"));
    }

    @Test
    void software_reads_a_credit_note_as_what_it_gives_back() throws IOException {
        var printed = PaperShapes.ofHalfAYear(57).credited(100, "Fuite & casse").printed();

        assertThat(xml(PRINTER.pdf(printed, SIEGVO)))
                .contains("<ram:TypeCode>381</ram:TypeCode>", "Fuite &amp; casse", "<ram:IssuerAssignedID>2026-004218<")
                .contains("<ram:GrandTotalAmount>"
                        + printed.invoice().total().negated().amount() + "<")
                .doesNotContain(">-");
    }

    @Test
    void software_reads_that_nothing_is_left_to_pay_of_what_takes_a_credit_back() throws IOException {
        var printed = PaperShapes.ofHalfAYear(57)
                .regularised(400)
                .credited(100, "Erreur")
                .after("-5000.00")
                .printed();
        assertThat(printed.invoice().total().isPositive()).isTrue();

        assertThat(xml(PRINTER.pdf(printed, SIEGVO)))
                .contains("<ram:TotalPrepaidAmount>"
                        + printed.invoice().total().negated().amount() + "<")
                .contains("<ram:DuePayableAmount>0.00<");
    }

    /** Or a company's software would pay it beside its instalments. */
    @Test
    void software_is_given_no_day_for_what_is_not_asked_for_by_itself() throws IOException {
        var asked = PaperShapes.ofHalfAYear(57);
        var monthly = PaperShapes.ofHalfAYear(57).paidBy(PaymentMethod.INSTALMENTS);

        assertThat(xml(pdf(asked))).contains("<ram:DueDateDateTime>");
        for (var other : List.of(PaperShapes.ofHalfAYear(57).byPlan(), monthly)) {
            assertThat(xml(pdf(other))).doesNotContain("DueDateDateTime").contains("<ram:Description>");
            assertThat(ReadBySoftware.faults(pdf(other))).isEmpty();
        }
    }

    @Test
    void large_print_has_letters_of_18_points_and_can_be_read_aloud() throws Exception {
        var pdf = PRINTER.largePrint(kinds().get("reelle").printed(), SIEGVO);
        PaperPictures.keep("gros-caracteres", pdf);

        assertThat(Conformance.ARCHIVE.faults(pdf)).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
        assertThat(smallestLetter(pdf)).isGreaterThanOrEqualTo(18);
    }

    @Test
    void what_is_too_little_is_carried_to_the_next_invoice_unless_it_is_the_last() {
        assertThat(said(InvoiceKind.ACTUAL)).contains("Reporté sur votre prochaine facture");
        assertThat(said(InvoiceKind.CLOSING))
                .contains("Trop peu pour être demandé", "cette somme est trop petite pour être demandée.")
                .doesNotContain("prochaine facture");
    }

    private static String said(InvoiceKind kind) {
        var little = PaperShapes.blank().of(kind).withoutPeriod().piece("Solde", "3.00", "10");
        return PRINTER.text(little.printed(), SIEGVO).plain().replace('\u00a0', ' ');
    }

    /** As a vertical tab, which word processors paste where a line ends. */
    @Test
    void signs_that_no_page_may_hold_keep_no_paper_from_being_set() throws IOException {
        var shape = PaperShapes.ofHalfAYear(57).credited(100, "Erreur de relevé\u000bdu 3 mars\u0002");

        assertThat(text(pdf(shape))).contains("Erreur de relevé du 3 mars");
        assertThat(text(PRINTER.largePrint(shape.printed(), SIEGVO))).contains("Erreur de relevé du 3 mars");
    }

    @Test
    void the_number_of_an_account_stays_on_one_line() {
        assertThat(PRINTER.text(kinds().get("reelle").printed(), SIEGVO).plain())
                .contains("IBAN " + "FR76 1000 1000 0100 0000 0000 123".replace(' ', '\u00a0') + ".");
    }

    @Test
    void an_address_by_e_mail_stays_on_one_line() throws IOException {
        var address = "service.eau@lemalesherbois.exemple.fr";
        var before = "Par un autre moyen ou en cas de difficulté, appelez le 02 38 34 34 34 ou écrivez à ";
        var way = before + address + ", avec les références ci-dessus.";
        var head = letterhead("siegvo", "subscriber-texts:\n  how-to-pay: \"" + way + "\"\n");

        assertThat(PaperSentences.parts(way)).containsExactly(before, address, ", avec les références ci-dessus.");
        assertThat(PaperSentences.parts("Écrivez à " + address + ".")).containsExactly("Écrivez à ", address, ".");
        assertThat(PaperSentences.parts("Par chèque.")).containsExactly("Par chèque.");
        assertThat(text(PRINTER.pdf(kinds().get("reelle").printed(), head))).contains(address);
    }

    @Test
    void braille_fits_on_an_embosser() {
        Assumptions.assumeTrue(new Braille().isInstalled(), "liblouis is not installed: apt-get install liblouis-bin");
        var text = PRINTER.text(kinds().get("reelle").printed(), SIEGVO).plain();
        var whole = new String(new Braille().brf(text, Grade.UNCONTRACTED), StandardCharsets.US_ASCII);
        var short_ = new String(new Braille().brf(text, Grade.CONTRACTED), StandardCharsets.US_ASCII);

        assertThat(whole).startsWith(".FACTURE");
        assertThat(short_.length()).isLessThan(whole.length());
        for (var page : whole.split("\f", -1)) {
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(27).allMatch(line -> line.length() <= 30);
        }
    }

    /** CGCT R2224-20-1: the notice says what to do, in whatever form the invoice is read. */
    @Test
    void each_form_tells_of_a_leak_and_what_to_do_until_when() throws Exception {
        var printed = kinds().get("fuite").printed();
        var told = new String[] {
            "Votre consommation est anormale : y a-t-il une fuite chez vous ?",
            "Vous avez utilisé 412 m³ d'eau",
            "(57 m³)",
            "envoyez-nous le 10 août 2026 au plus tard l'attestation de l'entreprise de plomberie",
            "nous demander de vérifier le compteur"
        };
        var large = PRINTER.largePrint(printed, SIEGVO);
        PaperPictures.keep("fuite-gros-caracteres", large);

        assertThat(text(PRINTER.pdf(printed, SIEGVO))).contains(told);
        assertThat(text(large)).contains(told);
        var plain = PRINTER.text(printed, SIEGVO).plain();
        assertThat(plain.replace('\u00a0', ' ').replaceAll("\\s+", " ")).contains(told);
        assertThat(PRINTER.text(kinds().get("reelle").printed(), SIEGVO).plain())
                .doesNotContain("fuite");
        if (new Braille().isInstalled()) {
            assertThat(new String(new Braille().brf(plain, Grade.UNCONTRACTED), StandardCharsets.US_ASCII))
                    .contains("ANORMALE", "ATTESTATION");
        }
    }

    @Test
    void each_form_compares_with_other_dwellings_where_nothing_is_known_of_this_one() throws Exception {
        var printed = PaperShapes.ofHalfAYear(412).leaking(412, 57, true).printed();
        var told = "plus du double de ce que des logements comparables utilisent sur la même durée (57 m³)";

        assertThat(text(PRINTER.pdf(printed, SIEGVO))).contains(told).doesNotContain("que ce logement utilise");
        assertThat(text(PRINTER.largePrint(printed, SIEGVO))).contains(told);
        assertThat(PRINTER.text(printed, SIEGVO).plain().replace('\u00a0', ' ').replaceAll("\\s+", " "))
                .contains(told);
    }

    @Test
    @Tag("long")
    void a_leak_in_large_print_can_be_archived_and_read_aloud() throws Exception {
        var pdf = PRINTER.largePrint(kinds().get("fuite").printed(), SIEGVO);

        assertThat(Conformance.ARCHIVE.faults(pdf)).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).isEmpty();
    }

    @Test
    @Tag("long")
    void each_kind_is_valid_and_has_its_picture() throws Exception {
        for (var kind : kinds().entrySet()) {
            var pdf = pdf(kind.getValue());
            if (!RATED.contains(kind.getKey())) {
                PaperPictures.keep(kind.getKey(), pdf);
            }
            isValid(kind.getKey(), pdf);
        }
    }

    @Test
    @Tag("long")
    void two_hundred_invoices_and_credit_notes_of_all_shapes_are_valid() throws Exception {
        var heads = List.of(
                SIEGVO,
                with("legal:", "vat-due: on-debits"),
                with("payments:", "transfer-to: FR76 3000 6000 0112 3456 7890 189"),
                CompanyOnPaperTests.COMPANY);
        for (var at = 0; at < 200; at++) {
            isValid("no. " + at, PRINTER.pdf(shape(at).printed(), heads.get(at / 4 % heads.size())));
        }
    }

    /** Another mix of rates, sign, balance, meters, lines and kind for each number. */
    private static PaperShapes shape(int at) {
        var shape = at % 7 == 6 ? PaperShapes.blank().withoutPeriod() : PaperShapes.ofHalfAYear(1 + at * 13L % 400);
        shape.numbered("2026-" + (100_000 + at))
                .after(List.of("0.00", "31.17", "-12.40", "-900.00").get(at % 4));
        if (at % 7 == 6) {
            shape.of(at % 2 == 0 ? InvoiceKind.ONE_OFF : InvoiceKind.OPENING);
            IntStream.rangeClosed(0, at % 3)
                    .forEach(more -> shape.piece(
                            "Service " + more,
                            more + ".35",
                            List.of("5.5", "10", "20").get(more)));
        }
        if (at % 5 == 0) {
            shape.exempt("Frais", "12.34", at % 2 == 0 ? Optional.of("article 293 B du CGI") : Optional.empty());
        }
        if (at % 7 == 1) {
            shape.ofTwoMeters();
        } else if (at % 7 == 2) {
            shape.estimated();
        } else if (at % 7 == 3) {
            shape.regularised(at * 3L);
        } else if (at % 7 == 4) {
            shape.of(InvoiceKind.CLOSING).paidBy(PaymentMethod.values()[at % 3]);
        }
        if (at % 7 != 6 && at % 7 != 2 && at % 9 == 1) {
            shape.leaking(1 + at * 13L % 400, 1 + at);
        }
        if (at % 7 < 4 && at % 8 == 5) {
            shape.byPlan();
        }
        if (at % 6 == 1) {
            shape.boughtForATrade();
        } else if (at % 6 == 4) {
            shape.boughtByATown();
        }
        if (at % 50 == 8) {
            shape.longOf(150);
        }
        return at % 3 == 2 ? shape.credited(at % 2 == 0 ? 100 : 1 + at % 97, "Motif " + at) : shape;
    }

    private static void isValid(String name, byte[] pdf) throws Exception {
        assertThat(Conformance.ARCHIVE.faults(pdf)).as(name).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).as(name).isEmpty();
        assertThat(ReadBySoftware.faults(pdf)).as(name).isEmpty();
    }

    private static byte[] pdf(PaperShapes shape) {
        return PRINTER.pdf(shape.printed(), SIEGVO);
    }

    private static Letterhead letterhead(String slug, String more) {
        var texts = more.substring(more.indexOf('\n') + 1);
        var yaml = BundledTenants.yaml(slug).replace("subscriber-texts:\n", "subscriber-texts:\n" + texts);
        return new Letterhead(TenantConfigReader.read(yaml), "", "https://abonnes.siegvo.fr");
    }

    /** A head of the same utility with one more line in a part of its configuration. */
    static Letterhead with(String part, String line) {
        var yaml = BundledTenants.yaml("siegvo").replace("\n" + part + "\n", "\n" + part + "\n  " + line + "\n");
        return new Letterhead(TenantConfigReader.read(yaml), "", "https://abonnes.siegvo.fr");
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s*\\R\\s*", " ");
        }
    }

    static String xml(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var files = new PDDocumentNameDictionary(document.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            return new String(files.get("factur-x.xml").getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        }
    }

    private static float smallestLetter(byte[] pdf) throws IOException {
        var smallest = new float[] {Float.MAX_VALUE};
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(org.apache.pdfbox.text.TextPosition letter) {
                    smallest[0] = Math.min(smallest[0], letter.getFontSizeInPt());
                }
            }.getText(document);
        }
        return smallest[0];
    }
}
