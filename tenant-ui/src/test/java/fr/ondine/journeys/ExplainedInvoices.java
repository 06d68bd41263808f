package fr.ondine.journeys;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.testing.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The invoices of two years as runs write them: an estimate, then a reading after a price and a meter have changed; in the
 * caller's transaction.
 */
record ExplainedInvoices(JdbcClient database, Ledger ledger, AgreementId agreement) {

    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 1);
    private static final LocalDate READ_ON = LocalDate.of(2025, 12, 29);

    /** The invoice by a reading; the estimate before it is still to be paid. */
    ReceivableId issued() {
        tariff();
        var before = invoice("ACTUAL", LocalDate.of(2024, 7, 1), LocalDate.of(2025, 1, 1), "100", "0", "0");
        meter(before, 0, "D14FA009313", LocalDate.of(2024, 1, 3), 540, LocalDate.of(2025, 1, 1), 640, false);
        estimate();
        var invoice = invoice("ACTUAL", LocalDate.of(2025, 7, 1), LocalDate.of(2026, 1, 1), "113", "158.17", "8.70");
        meter(invoice, 0, "D14FA009313", LocalDate.of(2025, 1, 1), 640, LocalDate.of(2025, 9, 10), 720, false);
        meter(invoice, 1, "D25KB771204", LocalDate.of(2025, 9, 10), 0, READ_ON, 33, false);
        line(invoice, 0, "WATER", "Abonnement", "ABO", "184 jours", "36.50", 365, "18.40", null, null);
        line(invoice, 1, "WATER", "Consommation", "CONSO", "86.300 m³", "2", 1, "172.60", spring(), OCTOBER);
        line(invoice, 2, "WATER", "Consommation", "CONSO", "26.700 m³", "2.2", 1, "58.74", OCTOBER, READ_ON);
        line(invoice, 3, "WATER", "Consommation", "CONSO", "-49.589 m³", "2", 1, "-99.18", spring(), summer());
        line(invoice, 4, "WATER", "Part communale", "COM", "113 m³", "0.1", 1, "11.30", spring(), READ_ON);
        line(invoice, 5, "WATER", "Part communale", "COM", "-49.589 m³", "0.1", 1, "-4.96", spring(), summer());
        line(invoice, 6, "PUBLIC_BODIES", LEVY, "PERF", "113 m³", "0.02", 1, "2.26", spring(), READ_ON);
        line(invoice, 7, "PUBLIC_BODIES", LEVY, "PERF", "-49.589 m³", "0.02", 1, "-0.99", spring(), summer());
        return invoice;
    }

    private static final String LEVY = "Performance des réseaux d'eau potable (agence de l'eau)";

    private void estimate() {
        var invoice = invoice("ESTIMATED", spring(), summer(), "49.589", "123.23", "6.78");
        meter(invoice, 0, "D14FA009313", spring(), 640, summer(), 690, true);
        line(invoice, 0, "WATER", "Abonnement", "ABO", "181 jours", "36.50", 365, "18.10", null, null);
        line(invoice, 1, "WATER", "Consommation", "CONSO", "49.589 m³", "2", 1, "99.18", null, null);
        line(invoice, 2, "WATER", "Part communale", "COM", "49.589 m³", "0.1", 1, "4.96", null, null);
        line(invoice, 3, "PUBLIC_BODIES", LEVY, "PERF", "49.589 m³", "0.02", 1, "0.99", null, null);
    }

    private static LocalDate spring() {
        return LocalDate.of(2025, 1, 1);
    }

    private static LocalDate summer() {
        return LocalDate.of(2025, 7, 1);
    }

    private void tariff() {
        var tariff = UUID.randomUUID();
        run("insert into tariff values (?, ?, 'Eau', 'WATER', false)", tariff, tariff.toString());
        run("insert into agreement_tariff values (?, date '2020-01-01', ?)", agreement.value(), tariff);
        run("insert into levy_rate values (?, 'PERF', 2026, 0.1, 0.2)", tariff.toString());
        version(tariff, LocalDate.of(2020, 1, 1), "n° 2019-31", "2");
        version(tariff, OCTOBER, "n° 2025-12", "2.2");
    }

    private void version(UUID tariff, LocalDate from, String resolution, String price) {
        var version = UUID.randomUUID();
        run(
                "insert into tariff_version (id, tariff_id, valid_from, resolution, state, revision, changed_by, changed_at,"
                        + " published_by, published_at) values (?, ?, ?, ?, 'PUBLISHED', 1, 't', now(), 't', date '2020-01-01')",
                version,
                tariff,
                from,
                resolution);
        charge(version, "ABO", "STANDING", "Abonnement", "WATER", "OPERATOR", null);
        charge(version, "CONSO", "VOLUME", "Consommation", "WATER", "OPERATOR", null);
        charge(version, "COM", "VOLUME", "Part communale", "WATER", "MUNICIPALITY", null);
        charge(version, "PERF", "LEVY", LEVY, "PUBLIC_BODIES", "WATER_AGENCY", tariff.toString());
        price(version, "ABO", 0, "36.50");
        price(version, "CONSO", 0, price);
        price(version, "CONSO", 200_000, "3");
        price(version, "COM", 0, "0.1");
    }

    private void charge(
            UUID version, String code, String kind, String label, String section, String whose, String basin) {
        run(
                "insert into tariff_charge (version_id, code, position, kind, label, section, beneficiary, rate_basis,"
                        + " vat_rate, vat_mention, is_per_dwelling, is_on_request, basin)"
                        + " values (?, ?, 0, ?, ?, ?, ?, ?, 5.5, '', false, false, ?)",
                version,
                code,
                kind,
                label,
                section,
                whose,
                basin == null ? "DAYS_OF_USE" : "DAY_OF_INVOICE",
                basin);
    }

    private void price(UUID version, String charge, long from, String price) {
        run(
                "insert into tariff_price (version_id, charge_code, from_litres, price) values (?, ?, ?, ?)",
                version,
                charge,
                from,
                new BigDecimal(price));
    }

    private ReceivableId invoice(
            String kind, LocalDate from, LocalDate until, String cubicMetres, String net, String vat) {
        var id = UUID.randomUUID();
        var total = Money.euros(net).plus(Money.euros(vat));
        run(
                "insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from,"
                        + " period_to, volume_m3, net_amount, vat_amount, total_amount, content_hash)"
                        + " values (?, ?, ?, ?, '24001000', ?, ?, ?, ?, ?, ?, ?, ?, '\\x00')",
                id,
                "F26" + Numbers.next(),
                kind,
                agreement.value(),
                until,
                until.plusDays(30),
                from,
                until.minusDays(1),
                new BigDecimal(cubicMetres),
                new BigDecimal(net),
                new BigDecimal(vat),
                total.amount());
        var receivable = new ReceivableId(id);
        if (!total.isZero()) {
            ledger.post(LedgerEntry.invoice(receivable, agreement, until, Money.euros(net), Money.euros(vat)));
        }
        return receivable;
    }

    private void meter(
            ReceivableId invoice,
            int position,
            String serial,
            LocalDate from,
            long before,
            LocalDate until,
            long after,
            boolean isEstimated) {
        run(
                "insert into invoice_meter values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                invoice.value(),
                position,
                serial,
                from,
                before * 1000,
                until,
                after * 1000,
                (after - before) * 1000,
                isEstimated);
    }

    private void line(
            ReceivableId invoice,
            int position,
            String section,
            String label,
            String charge,
            String quantity,
            String price,
            int priced,
            String net,
            LocalDate from,
            LocalDate until) {
        var counted = quantity.split(" ");
        run(
                "insert into invoice_line (invoice_id, position, section, label, charge, quantity, unit, unit_price,"
                        + " price_units, net_amount, vat_rate, used_from, used_until)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 5.5, ?, ?)",
                invoice.value(),
                position,
                section,
                label,
                charge,
                new BigDecimal(counted[0]),
                counted[1],
                new BigDecimal(price),
                priced,
                new BigDecimal(net),
                from,
                until);
    }

    private void run(String sql, Object... values) {
        database.sql(sql).params(java.util.Arrays.asList(values)).update();
    }
}
