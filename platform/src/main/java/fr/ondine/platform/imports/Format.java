package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.Column.optional;
import static fr.ondine.platform.imports.Column.required;
import static fr.ondine.platform.imports.Fields.date;
import static fr.ondine.platform.imports.Fields.decimal;
import static fr.ondine.platform.imports.Fields.integer;
import static fr.ondine.platform.imports.Fields.litres;
import static fr.ondine.platform.imports.Fields.positive;
import static fr.ondine.platform.imports.Fields.text;
import static fr.ondine.platform.imports.Fields.word;

import fr.ondine.platform.oldaccounts.OldPasswords;
import java.util.List;
import java.util.Map;

/** The files of an import, as docs/import-format.md describes them, in the order in which they are read. */
record Format(UtilityFields utility, OldPasswords passwords) {

    static final String PAYMENTS = "paiements.csv";

    static final Map<String, String> SERVICES = Map.of("eau", "WATER", "assainissement", "SEWERAGE");
    private static final int SHORT = 60;
    private static final int LONG = 200;

    List<Sheet> sheets() {
        return List.of(
                extraction(),
                holders(),
                servicePoints(),
                agreements(),
                formerNumbers(),
                meters(),
                readings(),
                invoices(),
                invoiceLines(),
                payments(),
                refunds(),
                mandates(),
                TariffFormat.levies(),
                TariffFormat.tariffs(),
                new OldAccountsFormat(utility, passwords).sheet());
    }

    private static Sheet extraction() {
        return new Sheet(
                "extraction.csv",
                "stage_extraction",
                List.of("extracted_on"),
                List.of(required("date", "extracted_on", "date", date())));
    }

    private Sheet holders() {
        return new Sheet(
                "titulaires.csv",
                "stage_customer",
                List.of("reference"),
                List.of(
                        required("reference", "reference", "text", text(SHORT)),
                        required(
                                "nature",
                                "kind",
                                "text",
                                word(Map.of("particulier", "PERSON", "organisation", "ORGANISATION"))),
                        optional("civilite", "title", "text", text(SHORT)),
                        optional("prenom", "first_name", "text", text(SHORT)),
                        required("nom", "last_name", "text", text(LONG)),
                        optional("email", "email", "text", Fields.email()),
                        optional("telephone", "phone", "text", text(SHORT)),
                        optional("mobile", "mobile", "text", text(SHORT)),
                        optional("adresse", "street", "text", text(LONG)),
                        optional("complement", "complement", "text", text(LONG)),
                        optional("code_postal", "postcode", "text", text(SHORT)),
                        optional("ville", "city", "text", text(LONG)),
                        optional("siren", "siren", "text", utility.siren()),
                        optional("numero_tva", "vat_number", "text", utility.vatNumber()),
                        optional("siret", "siret", "text", UtilityFields.siret()),
                        optional(
                                "acheteur",
                                "buyer_kind",
                                "text",
                                word(Map.of(
                                        "consommateur",
                                        "CONSUMER",
                                        "professionnel",
                                        "PROFESSIONAL",
                                        "public",
                                        "PUBLIC_BODY"))),
                        optional("code_service", "service_code", "text", text(SHORT)),
                        optional("engagement", "commitment", "text", text(SHORT))));
    }

    private static Sheet servicePoints() {
        return new Sheet(
                "points_de_service.csv",
                "stage_service_point",
                List.of("reference"),
                List.of(
                        required("reference", "reference", "text", text(SHORT)),
                        required("local", "premise", "text", text(SHORT)),
                        required("service", "service", "text", word(SERVICES)),
                        required("adresse", "street", "text", text(LONG)),
                        optional("complement", "complement", "text", text(LONG)),
                        required("code_postal", "postcode", "text", Fields.digits(5)),
                        required("ville", "city", "text", text(LONG)),
                        optional("logements", "dwellings", "integer", integer(1, 10_000)),
                        optional("tournee", "round", "text", text(SHORT)),
                        optional(
                                "usage",
                                "is_dwelling",
                                "boolean",
                                word(Map.of("logement", "true", "autre", "false")))));
    }

    private Sheet agreements() {
        var methods =
                Map.of("sur_facture", "ON_INVOICE", "prelevement", "DIRECT_DEBIT", "mensualisation", "INSTALMENTS");
        return new Sheet(
                "contrats.csv",
                "stage_agreement",
                List.of("number"),
                List.of(
                        required("numero", "number", "text", utility.agreementNumber()),
                        required("titulaire", "customer", "text", text(SHORT)),
                        required("point_de_service", "service_point", "text", text(SHORT)),
                        required("service", "service", "text", word(SERVICES)),
                        optional("occupant", "occupant", "text", text(LONG)),
                        optional("cle_securite", "claim_key", "text", utility.claimKey())
                                .shownAs(UtilityFields::hidden),
                        required("mode_paiement", "payment_method", "text", word(methods)),
                        required("debut", "started_on", "date", date()),
                        optional("fin", "ended_on", "date", date()),
                        optional("tarif", "tariff", "text", text(20))));
    }

    private Sheet formerNumbers() {
        return new Sheet(
                "anciens_numeros.csv",
                "stage_alias",
                List.of("number"),
                List.of(
                        required("ancien_numero", "number", "text", utility.agreementNumber()),
                        required("contrat", "agreement", "text", utility.agreementNumber()),
                        required("remplace_le", "replaced_on", "date", date()),
                        optional("exploitant", "operator", "text", text(LONG))));
    }

    private static Sheet meters() {
        return new Sheet(
                "compteurs.csv",
                "stage_meter",
                List.of("serial", "installed_on"),
                List.of(
                        required("numero_serie", "serial", "text", text(SHORT)),
                        required("roues", "dials", "smallint", integer(3, 9)),
                        optional("diametre", "diameter_mm", "smallint", integer(1, 2_000)),
                        required("point_de_service", "service_point", "text", text(SHORT)),
                        required("pose_le", "installed_on", "date", date()),
                        required("index_pose", "install_register", "bigint", litres()),
                        optional("depose_le", "removed_on", "date", date()),
                        optional("index_depose", "removal_register", "bigint", litres())));
    }

    private static Sheet readings() {
        var sources = Map.of("agent", "AGENT", "abonne", "CUSTOMER", "telereleve", "REMOTE", "exploitant", "UTILITY");
        return new Sheet(
                "releves.csv",
                "stage_reading",
                List.of("serial", "read_on", "source"),
                List.of(
                        required("compteur", "serial", "text", text(SHORT)),
                        required("date", "read_on", "date", date()),
                        required("index", "register_value", "bigint", litres()),
                        required("source", "source", "text", word(sources)),
                        required("qualite", "quality", "text", word(Map.of("reel", "ACTUAL", "estime", "ESTIMATED")))));
    }

    private Sheet invoices() {
        var kinds = Map.of(
                "reelle", "ACTUAL",
                "estimee", "ESTIMATED",
                "ouverture", "OPENING",
                "cloture", "CLOSING",
                "ponctuelle", "ONE_OFF",
                "avoir", "CREDIT_NOTE");
        return new Sheet(
                "factures.csv",
                "stage_invoice",
                List.of("number"),
                List.of(
                        required("numero", "number", "text", utility.invoiceNumber()),
                        required("contrat", "agreement_number", "text", utility.agreementNumber()),
                        optional("titulaire", "customer", "text", text(SHORT)),
                        required("nature", "kind", "text", word(kinds)),
                        required("date_emission", "issued_on", "date", date()),
                        required("date_echeance", "due_on", "date", date()),
                        optional("debut_periode", "period_from", "date", date()),
                        optional("fin_periode", "period_to", "date", date()),
                        optional("volume", "volume_m3", "numeric(12,3)", decimal(9, 3)),
                        required("montant_ht", "net_amount", "numeric(15,2)", decimal(13, 2)),
                        required("montant_tva", "vat_amount", "numeric(15,2)", decimal(13, 2)),
                        required("montant_ttc", "total_amount", "numeric(15,2)", decimal(13, 2)),
                        optional("facture_corrigee", "corrects", "text", utility.invoiceNumber()),
                        optional("document", "document", "text", text(LONG))));
    }

    private Sheet invoiceLines() {
        var sections = Map.of(
                "eau", "WATER",
                "assainissement", "SEWERAGE",
                "organismes_publics", "PUBLIC_BODIES",
                "autre", "OTHER");
        return new Sheet(
                "lignes_facture.csv",
                "stage_invoice_line",
                List.of("invoice", "position"),
                List.of(
                        required("facture", "invoice", "text", utility.invoiceNumber()),
                        required("position", "position", "integer", integer(1, 10_000)),
                        required("rubrique", "section", "text", word(sections)),
                        required("libelle", "label", "text", text(LONG)),
                        required("quantite", "quantity", "numeric(15,3)", decimal(12, 3)),
                        required("unite", "unit", "text", text(SHORT)),
                        required("prix_unitaire", "unit_price", "numeric(12,6)", decimal(6, 6)),
                        required("montant_ht", "net_amount", "numeric(15,2)", decimal(13, 2)),
                        required("taux_tva", "vat_rate", "numeric(5,2)", decimal(3, 2))));
    }

    private Sheet payments() {
        var methods = Map.of(
                "carte", "CARD",
                "prelevement", "DIRECT_DEBIT",
                "virement", "TRANSFER",
                "cheque", "CHEQUE",
                "especes", "CASH",
                "tip", "TIP");
        return new Sheet(
                PAYMENTS,
                "stage_payment",
                List.of("reference"),
                List.of(
                        required("reference", "reference", "text", text(SHORT)),
                        required("contrat", "agreement", "text", utility.agreementNumber()),
                        optional("titulaire", "customer", "text", text(SHORT)),
                        optional("facture", "invoice", "text", utility.invoiceNumber()),
                        required("mode", "method", "text", word(methods)),
                        required("montant", "amount", "numeric(15,2)", positive(13, 2)),
                        required("date", "received_on", "date", date()),
                        optional("etat", "state", "text", word(Map.of("encaisse", "SETTLED", "rejete", "RETURNED"))),
                        optional("rejete_le", "returned_on", "date", date())));
    }

    private Sheet refunds() {
        var methods = Map.of("virement", "TRANSFER", "cheque", "CHEQUE", "especes", "CASH");
        return new Sheet(
                "remboursements.csv",
                "stage_refund",
                List.of("reference"),
                List.of(
                        required("reference", "reference", "text", text(SHORT)),
                        required("contrat", "agreement", "text", utility.agreementNumber()),
                        optional("titulaire", "customer", "text", text(SHORT)),
                        required("mode", "method", "text", word(methods)),
                        required("montant", "amount", "numeric(15,2)", positive(13, 2)),
                        required("date", "refunded_on", "date", date())));
    }

    private Sheet mandates() {
        return new Sheet(
                "mandats.csv",
                "stage_mandate",
                List.of("creditor", "reference"),
                List.of(
                        required("contrat", "agreement", "text", utility.agreementNumber()),
                        required("reference", "reference", "text", text(35)),
                        required("creancier", "creditor", "text", text(35)),
                        required("titulaire", "holder", "text", text(LONG)),
                        required("iban", "iban", "text", utility.iban()).shownAs(UtilityFields::maskedAccount),
                        optional("banque", "bank", "text", text(LONG)),
                        required("signe_le", "signed_on", "date", date()),
                        optional("revoque_le", "revoked_on", "date", date())));
    }
}
