package fr.ondine.demo.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The prices of a service: the utility's own part follows the years, the levies are those of its water agency. */
record Tariff(List<Charge> own, List<Charge> leviesUntil2024, List<Charge> leviesSince2025) {

    static final int REFORM = 2025;

    static final BigDecimal REDUCED = new BigDecimal("5.5");
    private static final BigDecimal INTERMEDIATE = new BigDecimal("10");

    private static final Tariff SIEGVO = new Tariff(
            List.of(
                    water("Abonnement, part intercommunale", "mois", "3.1250"),
                    water("Consommation, part intercommunale", "m³", "1.6420")),
            List.of(pollution("0.3500"), abstraction("0.0620")),
            List.of(drinkingWater("0.3700"), networks("0.0380"), abstraction("0.0620")));

    private static final Tariff MALESHERBOIS_WATER = new Tariff(
            List.of(
                    water("Abonnement, part communale", "mois", "2.4600"),
                    water("Consommation, part communale", "m³", "1.3950")),
            List.of(pollution("0.3800"), abstraction("0.0710")),
            List.of(drinkingWater("0.4600"), networks("0.0170"), abstraction("0.0710")));

    private static final Tariff MALESHERBOIS_SEWERAGE = new Tariff(
            List.of(
                    sewerage("Abonnement, part communale", "mois", "1.9000"),
                    sewerage("Consommation, part communale", "m³", "1.8740")),
            List.of(modernisation("0.1850")),
            List.of(sewerageSystems("0.1140")));

    private static final Tariff ILEO = new Tariff(
            List.of(
                    water("Abonnement, part distributeur", "mois", "1.4175"),
                    water("Consommation, part distributeur", "m³", "0.8437"),
                    water("Consommation, part métropolitaine", "m³", "0.5120"),
                    sewerage("Consommation, part métropolitaine", "m³", "1.3610")),
            List.of(pollution("0.3100"), abstraction("0.0890"), modernisation("0.2100")),
            List.of(drinkingWater("0.3400"), networks("0.0330"), abstraction("0.0890"), sewerageSystems("0.1260")));

    static Tariff of(DemoUtility utility, Service service) {
        return switch (utility) {
            case SIEGVO -> SIEGVO;
            case MALESHERBOIS -> service == Service.WATER ? MALESHERBOIS_WATER : MALESHERBOIS_SEWERAGE;
            case ILEO -> ILEO;
        };
    }

    /** The lines of half a year, at the prices of the year in which they are billed. */
    List<Charge.Line> halfYear(long cubicMetres, int year) {
        return Stream.concat(ownIn(year), leviesIn(year))
                .map(charge -> charge.times(charge.isStanding() ? 6 : cubicMetres))
                .toList();
    }

    Stream<Charge> ownIn(int year) {
        return own.stream().map(charge -> charge.indexedTo(year));
    }

    /** Since 2025 they are those of the reform of the water agencies. */
    Stream<Charge> leviesIn(int year) {
        return (year < REFORM ? leviesUntil2024 : leviesSince2025).stream();
    }

    private static Charge water(String label, String unit, String price) {
        return new Charge("eau", label, unit, new BigDecimal(price), REDUCED);
    }

    private static Charge sewerage(String label, String unit, String price) {
        return new Charge("assainissement", label, unit, new BigDecimal(price), INTERMEDIATE);
    }

    private static Charge pollution(String price) {
        return agency("Lutte contre la pollution", price, REDUCED);
    }

    private static Charge abstraction(String price) {
        return agency("Prélèvement sur la ressource en eau", price, REDUCED);
    }

    private static Charge drinkingWater(String price) {
        return agency("Consommation eau potable", price, REDUCED);
    }

    private static Charge networks(String price) {
        return agency("Performance des réseaux d'eau potable", price, REDUCED);
    }

    private static Charge modernisation(String price) {
        return agency("Modernisation des réseaux de collecte", price, INTERMEDIATE);
    }

    private static Charge sewerageSystems(String price) {
        return agency("Performance des systèmes d'assainissement collectif", price, INTERMEDIATE);
    }

    private static Charge agency(String label, String price, BigDecimal vatRate) {
        return new Charge("organismes_publics", label + " (agence de l'eau)", "m³", new BigDecimal(price), vatRate);
    }
}
