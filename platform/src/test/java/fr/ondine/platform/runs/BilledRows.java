package fr.ondine.platform.runs;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.testing.Rows;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agreements of a round of their own, which pay by a tariff of their own; in the caller's transaction. */
record BilledRows(JdbcClient database, String round, UUID tariff) {

    static BilledRows of(JdbcClient database) {
        var rows = new BilledRows(database, "round " + UUID.randomUUID(), UUID.randomUUID());
        rows.insert(
                "tariff (id, code, name, service, is_default) values (?, ?, 'Eau', 'WATER', false)",
                rows.tariff,
                rows.tariff.toString());
        rows.version(LocalDate.of(2020, 1, 1), "2");
        return rows;
    }

    /** Of 36.50 a year, and so much a m³. */
    void version(LocalDate day, String price) {
        var version = UUID.randomUUID();
        insert(
                "tariff_version (id, tariff_id, valid_from, resolution, state, revision, changed_by, changed_at,"
                        + " published_by, published_at)"
                        + " values (?, ?, ?, '2019-12-05/3', 'PUBLISHED', 1, 'test', now(), 'test', now())",
                version,
                tariff,
                day);
        charge(version, "ABO", 0, "STANDING", "36.50");
        charge(version, "CONSO", 1, "VOLUME", price);
    }

    private void charge(UUID version, String code, int position, String kind, String price) {
        insert(
                "tariff_charge (version_id, code, position, kind, label, section, beneficiary, rate_basis, vat_rate,"
                        + " vat_mention, is_per_dwelling, is_on_request)"
                        + " values (?, ?, ?, ?, ?, 'WATER', 'OPERATOR', 'DAYS_OF_USE', 5.5, '', false, false)",
                version,
                code,
                position,
                kind,
                code);
        insert(
                "tariff_price (version_id, charge_code, from_litres, price) values (?, ?, 0, ?::numeric)",
                version,
                code,
                price);
    }

    /** One whose holder came on the first of January 2026, read then and at the end of June, so many m³ later. */
    AgreementId agreement(long cubicMetres) {
        var agreement = new Rows(database).agreement();
        var meter = new Rows(database).meter(agreement);
        database.sql("update agreement set started_on = date '2026-01-01' where id = ?")
                .param(agreement.value())
                .update();
        database.sql(
                        "update service_point set round = ? where id = (select service_point_id from agreement where id = ?)")
                .params(round, agreement.value())
                .update();
        insert(
                "agreement_tariff (agreement_id, valid_from, tariff_id) values (?, date '2020-01-01', ?)",
                agreement.value(),
                tariff);
        read(meter, LocalDate.of(2026, 1, 1), 100_000);
        if (cubicMetres >= 0) {
            read(meter, LocalDate.of(2026, 6, 29), 100_000 + cubicMetres * 1000);
        }
        return agreement;
    }

    /** Known since long before any run. */
    void read(UUID meter, LocalDate day, long litres) {
        insert(
                "reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " values (?, ?, ?, ?, 'AGENT', 'ACTUAL', date '2020-01-01')",
                UUID.randomUUID(),
                meter,
                day,
                litres);
    }

    /** The meter of an agreement. */
    UUID meter(AgreementId agreement) {
        return database.sql("select meter_id from meter_installation join agreement using (service_point_id)"
                        + " where agreement.id = ?")
                .param(agreement.value())
                .query(UUID.class)
                .single();
    }

    private void insert(String row, Object... values) {
        database.sql("insert into " + row).params(values).update();
    }
}
