package fr.ondine.demo.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.zip.ZipOutputStream;

/** The tariffs by which the bills are made, a version a year, and the rates of the agency's levies. */
final class TariffSheets {

    private static final int FIRST_YEAR = 2021;
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final BigDecimal ACCESS = new BigDecimal("48.50");
    private static final BigDecimal METER_TEST = new BigDecimal("132");
    private static final BigDecimal USUAL = new BigDecimal("20");

    private final CsvSheet sheet;
    private final DemoUtility utility;

    private TariffSheets(CsvSheet sheet, DemoUtility utility) {
        this.sheet = sheet;
        this.utility = utility;
    }

    static void write(ZipOutputStream zip, DemoUtility utility, LocalDate today) {
        CsvSheet.write(
                zip,
                utility.dialect(),
                "redevances.csv",
                "bassin,composante,annee,taux,coefficient",
                sheet -> new TariffSheets(sheet, utility).levies(today.getYear() + 1));
        CsvSheet.write(
                zip,
                utility.dialect(),
                "tarifs.csv",
                "tarif,nom,service,habituel,valable_du,deliberation,composante,nature,libelle,rubrique,part,taux_tva,"
                        + "prix_du_jour,bassin,sur_demande,prix",
                sheet -> new TariffSheets(sheet, utility).tariffs(today.getYear()));
    }

    private void tariffs(int lastYear) {
        for (var service : utility.services()) {
            for (var year = FIRST_YEAR; year <= lastYear; year++) {
                var tariff = Tariff.of(utility, service);
                var of = year;
                tariff.ownIn(year)
                        .forEach(charge -> row(service, of, charge, kind(charge), "consommation", price(charge)));
                var kind = year < Tariff.REFORM ? "consommation" : "redevance";
                tariff.leviesIn(year)
                        .forEach(levy ->
                                row(service, of, levy, kind, "facture", kind.equals("redevance") ? "" : levy.price()));
                if (service == Service.WATER) {
                    onRequest(year, new Charge("eau", "Accès au service", "", ACCESS, Tariff.REDUCED));
                    onRequest(year, new Charge("autre", "Vérification du compteur", "", METER_TEST, USUAL));
                }
            }
        }
    }

    private void onRequest(int year, Charge service) {
        row(Service.WATER, year, service, "frais", "", service.price());
    }

    private void row(Service service, int year, Charge charge, String kind, String basis, Object price) {
        sheet.row(
                service == Service.WATER ? "EAU" : "ASSAINISSEMENT",
                name(service),
                service == Service.WATER ? "eau" : "assainissement",
                "oui",
                LocalDate.of(year, 1, 1),
                "délibération n° %d-%d du 12 décembre %d".formatted(year - 1, 40 + utility.ordinal(), year - 1),
                code(charge),
                kind,
                charge.label(),
                charge.section(),
                share(charge),
                charge.vatRate(),
                basis,
                kind.equals("redevance") ? basin() : "",
                kind.equals("frais") ? "oui" : "",
                price);
    }

    private void levies(int lastYear) {
        for (var service : utility.services()) {
            for (var year = Tariff.REFORM; year <= lastYear; year++) {
                var of = year;
                Tariff.of(utility, service).leviesIn(year).forEach(levy -> {
                    var coefficient = coefficient(levy);
                    sheet.row(
                            basin(),
                            code(levy),
                            of,
                            levy.price()
                                    .divide(coefficient, MathContext.DECIMAL32)
                                    .stripTrailingZeros(),
                            coefficient);
                });
            }
        }
    }

    /** What the networks and the sewerage systems of the utility owe of the agency's rate. */
    private BigDecimal coefficient(Charge levy) {
        if (levy.label().startsWith("Performance des réseaux")) {
            return new BigDecimal(utility == DemoUtility.MALESHERBOIS ? "0.2" : "0.4");
        }
        return levy.label().startsWith("Performance des systèmes") ? new BigDecimal("0.3") : BigDecimal.ONE;
    }

    private String basin() {
        return utility == DemoUtility.ILEO ? "Artois-Picardie" : "Seine-Normandie";
    }

    private String name(Service service) {
        if (service == Service.SEWERAGE) {
            return "Assainissement collectif";
        }
        return utility == DemoUtility.ILEO ? "Eau et assainissement" : "Eau potable";
    }

    private static String kind(Charge charge) {
        return charge.isStanding() ? "abonnement" : "consommation";
    }

    /** Of a year, where the bills count months. */
    private static BigDecimal price(Charge charge) {
        return charge.isStanding() ? charge.price().multiply(TWELVE) : charge.price();
    }

    private static String share(Charge charge) {
        if (charge.section().equals("organismes_publics")) {
            return "agence";
        }
        if (charge.label().endsWith("part distributeur")) {
            return "distributeur";
        }
        return charge.label().endsWith("part communale") ? "communale" : "intercommunale";
    }

    /** The service is part of it, as one tariff may have both. */
    private static String code(Charge charge) {
        var plain = Normalizer.normalize(charge.label().replace(" (agence de l'eau)", ""), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-");
        var brief = plain.length() > 32 ? plain.substring(0, 32) : plain;
        return charge.section().equals("assainissement") ? brief + "-eu" : brief;
    }
}
