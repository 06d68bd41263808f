package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.Column.optional;
import static fr.ondine.platform.imports.Column.required;
import static fr.ondine.platform.imports.Fields.date;
import static fr.ondine.platform.imports.Fields.decimal;
import static fr.ondine.platform.imports.Fields.integer;
import static fr.ondine.platform.imports.Fields.text;
import static fr.ondine.platform.imports.Fields.word;

import java.util.List;
import java.util.Map;

/** The files of tariffs, a row for each price. */
final class TariffFormat {

    static final String TARIFFS = "tarifs.csv";
    static final String LEVIES = "redevances.csv";

    private static final Map<String, String> YES = Map.of("oui", "true", "non", "false");

    private TariffFormat() {}

    static Sheet levies() {
        return new Sheet(
                LEVIES,
                "stage_levy",
                List.of("basin", "charge", "year"),
                List.of(
                        required("bassin", "basin", "text", text(60)),
                        required("composante", "charge", "text", text(40)),
                        required("annee", "year", "integer", integer(2000, 2200)),
                        required("taux", "rate", "numeric", decimal(6, 6)),
                        optional("coefficient", "coefficient", "numeric", decimal(1, 6))));
    }

    static Sheet tariffs() {
        var kinds = Map.of("abonnement", "STANDING", "consommation", "VOLUME", "redevance", "LEVY", "frais", "FEE");
        var sections = Map.of(
                "eau", "WATER",
                "assainissement", "SEWERAGE",
                "organismes_publics", "PUBLIC_BODIES",
                "autre", "OTHER");
        var shares = Map.of(
                "communale", "MUNICIPALITY",
                "intercommunale", "INTERMUNICIPALITY",
                "distributeur", "OPERATOR",
                "agence", "WATER_AGENCY",
                "autre", "OTHER_BODY");
        return new Sheet(
                TARIFFS,
                "stage_tariff",
                List.of("tariff", "valid_from", "code", "diameter_mm", "season_from", "from_litres"),
                List.of(
                        required("tarif", "tariff", "text", text(20)),
                        required("nom", "name", "text", text(200)),
                        required("service", "service", "text", word(Format.SERVICES)),
                        optional("habituel", "is_default", "boolean", word(YES)),
                        required("valable_du", "valid_from", "date", date()),
                        required("deliberation", "resolution", "text", text(200)),
                        required("composante", "code", "text", text(40)),
                        required("nature", "kind", "text", word(kinds)),
                        required("libelle", "label", "text", text(200)),
                        required("rubrique", "section", "text", word(sections)),
                        required("part", "beneficiary", "text", word(shares)),
                        required("taux_tva", "vat_rate", "numeric", decimal(3, 2)),
                        optional("mention_tva", "vat_mention", "text", text(200)),
                        optional(
                                "prix_du_jour",
                                "basis",
                                "text",
                                word(Map.of("consommation", "DAYS_OF_USE", "facture", "DAY_OF_INVOICE"))),
                        optional("par_logement", "is_per_dwelling", "boolean", word(YES)),
                        optional("sur_demande", "is_on_request", "boolean", word(YES)),
                        optional("eaux_usees", "is_of_sewerage", "boolean", word(YES)),
                        optional("bassin", "basin", "text", text(60)),
                        optional("diametre", "diameter_mm", "integer", integer(1, 2_000)),
                        optional("saison", "season_from", "text", Fields.dayOfYear()),
                        optional("a_partir_de", "from_litres", "bigint", Fields.litres()),
                        optional("prix", "price", "numeric", decimal(6, 6))));
    }
}
