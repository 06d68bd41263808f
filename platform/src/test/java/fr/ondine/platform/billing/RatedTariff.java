package fr.ondine.platform.billing;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tariff as a syndicate decides one: water, sewerage, what the agency collects, services on request; in the caller's transaction. */
final class RatedTariff {

    private final JdbcClient database;
    private final UUID id = UUID.randomUUID();
    private int position;

    RatedTariff(JdbcClient database) {
        this.database = database;
        insert("tariff (id, code, name, service, is_default) values (?, ?, 'Eau', 'WATER', false)", id, id.toString());
    }

    UUID id() {
        return id;
    }

    /** From a day on, with this price of a cubic metre of water. */
    RatedTariff decided(LocalDate from, String resolution, String water) {
        var version = UUID.randomUUID();
        insert(
                "tariff_version (id, tariff_id, valid_from, resolution, state, revision, changed_by, changed_at,"
                        + " published_by, published_at) values (?, ?, ?, ?, 'PUBLISHED', 1, 'test', ?, 'test', ?)",
                version,
                id,
                from,
                resolution,
                from.minusDays(20),
                from.minusDays(20));
        position = 0;
        charge(version, "STANDING", "Abonnement eau", "WATER", "OPERATOR", "5.5", "42.50");
        charge(version, "VOLUME", "Consommation d'eau potable", "WATER", "OPERATOR", "5.5", water);
        charge(version, "VOLUME", "Consommation d'eau potable", "WATER", "INTERMUNICIPALITY", "5.5", "0.412");
        charge(version, "STANDING", "Abonnement assainissement", "SEWERAGE", "MUNICIPALITY", "10", "20.00");
        charge(version, "VOLUME", "Collecte et traitement", "SEWERAGE", "MUNICIPALITY", "10", "1.9123");
        agency(version, "Consommation eau potable (agence de l'eau)", "5.5", "0.43");
        agency(version, "Performance des réseaux d'eau potable (agence de l'eau)", "5.5", "0.017");
        agency(version, "Performance des systèmes d'assainissement collectif (agence de l'eau)", "10", "0.089");
        agency(version, "Prélèvement sur la ressource en eau (agence de l'eau)", "5.5", "0.0722");
        service(version, "ACCES", "Frais d'accès au service", "5.5", "48.00");
        service(version, "DEPLACEMENT", "Déplacement d'un technicien", "20", "65.00");
        service(version, "COMPTEUR", "Pose d'un compteur", "10", "120.00");
        service(version, "DUPLICATA", "Duplicata de factures", "0", "6.50");
        return this;
    }

    private void charge(
            UUID version, String kind, String label, String section, String share, String vat, String price) {
        write(version, "C" + position, kind, label, section, share, "DAYS_OF_USE", vat, price);
    }

    private void agency(UUID version, String label, String vat, String price) {
        write(version, "C" + position, "VOLUME", label, "PUBLIC_BODIES", "WATER_AGENCY", "DAY_OF_INVOICE", vat, price);
    }

    private void service(UUID version, String code, String label, String vat, String price) {
        write(version, code, "FEE", label, "OTHER", "OPERATOR", "DAY_OF_INVOICE", vat, price);
    }

    private void write(UUID version, String code, String kind, String label, Object... more) {
        insert(
                "tariff_charge (version_id, code, position, kind, label, section, beneficiary, rate_basis, vat_rate,"
                        + " vat_mention, is_per_dwelling, is_on_request) values (?, ?, ?, ?, ?, ?, ?, ?, ?::numeric, ?,"
                        + " false, ?)",
                version,
                code,
                position++,
                kind,
                label,
                more[0],
                more[1],
                more[2],
                more[3],
                more[3].equals("0") ? "TVA non applicable, article 256 B du CGI" : "",
                kind.equals("FEE"));
        insert(
                "tariff_price (version_id, charge_code, from_litres, price) values (?, ?, 0, ?::numeric)",
                version,
                code,
                more[4]);
    }

    private void insert(String row, Object... values) {
        database.sql("insert into " + row).params(values).update();
    }
}
