package fr.ondine.journeys;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place with its meter, its holder and invoices, as programs are to read them; in the caller's transaction. */
record ProgramRows(JdbcClient database, Ledger ledger, String mark, UUID agreement) {

    /** Of somebody who holds it in their space. */
    static ProgramRows of(JdbcClient database, Ledger ledger, UserId holder) {
        var rows = new ProgramRows(
                database,
                ledger,
                UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(),
                UUID.randomUUID());
        rows.place(holder);
        return rows;
    }

    private void place(UserId holder) {
        var premise = UUID.randomUUID();
        var point = UUID.randomUUID();
        var customer = UUID.randomUUID();
        var meter = UUID.randomUUID();
        insert(
                "premise (id, reference, street, postcode, city) values (?, ?, '1 rue du Puits', '57000', 'Metz')",
                premise,
                mark);
        insert("service_point (id, reference, premise_id, service) values (?, ?, ?, 'WATER')", point, mark, premise);
        insert(
                "customer (id, reference, kind, title, first_name, last_name, email) values (?, ?, 'PERSON', 'Mme',"
                        + " 'Claire', 'Martin', 'claire@exemple.fr')",
                customer,
                mark);
        insert(
                "agreement (id, number, customer_id, service_point_id, service, payment_method, started_on)"
                        + " values (?, ?, ?, ?, 'WATER', 'ON_INVOICE', date '2020-01-01')",
                agreement,
                mark,
                customer,
                point);
        insert("agreement_alias values (?, ?, date '2024-01-01', 'Régie')", "V" + mark, agreement);
        insert(
                "customer_link (id, user_id, customer_id, proof, linked_at) values (?, ?, ?, 'test', now())",
                UUID.randomUUID(),
                holder.value(),
                customer);
        insert("meter (id, serial, dials) values (?, ?, 5)", meter, mark);
        insert(
                "meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " values (?, ?, ?, date '2020-01-01', 0)",
                UUID.randomUUID(),
                meter,
                point);
        for (var year = 2024; year < 2026; year++) {
            insert(
                    "reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                            + " values (?, ?, ?, ?, 'AGENT', 'ACTUAL', now())",
                    UUID.randomUUID(),
                    meter,
                    LocalDate.of(year, 6, 1),
                    (year - 2020) * 100_000L);
        }
    }

    /** Of 105.50 euros, with a line that is all of it. */
    UUID invoice(LocalDate issued, int number) {
        var invoice = UUID.randomUUID();
        insert(
                "invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from, period_to,"
                        + " net_amount, vat_amount, total_amount, content_hash) values (?, ?, 'ACTUAL', ?, ?, ?, ?, ?, ?,"
                        + " 100.00, 5.50, 105.50, '\\x00')",
                invoice,
                mark + number,
                agreement,
                mark,
                issued,
                issued.plusDays(30),
                issued.minusDays(180),
                issued.minusDays(1));
        insert(
                "invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount, vat_rate)"
                        + " values (?, 1, 'WATER', 'Consommation', 40, 'm³', 2.5, 100.00, 5.5)",
                invoice);
        ledger.post(LedgerEntry.invoice(
                new ReceivableId(invoice),
                new AgreementId(agreement),
                issued,
                Money.euros("100.00"),
                Money.euros("5.50")));
        return invoice;
    }

    private void insert(String what, Object... values) {
        database.sql("insert into " + what).params(values).update();
    }
}
