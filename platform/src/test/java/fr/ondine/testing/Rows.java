package fr.ondine.testing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that money hangs on, for tests that do not care where they come from; in the caller's transaction. */
public record Rows(JdbcClient database) {

    /** An agreement of a new customer, at a new address. */
    public AgreementId agreement() {
        var premise = UUID.randomUUID();
        var point = UUID.randomUUID();
        var customer = UUID.randomUUID();
        var agreement = UUID.randomUUID();
        insert(
                "premise (id, reference, street, postcode, city) values (?, ?, '1 rue des Sources', '57000', 'Metz')",
                premise,
                premise.toString());
        insert(
                "service_point (id, reference, premise_id, service) values (?, ?, ?, 'WATER')",
                point,
                point.toString(),
                premise);
        insert(
                "customer (id, reference, kind, last_name) values (?, ?, 'PERSON', 'Martin')",
                customer,
                customer.toString());
        insert(
                "agreement (id, number, customer_id, service_point_id, service, payment_method, started_on)"
                        + " values (?, ?, ?, ?, 'WATER', 'ON_INVOICE', date '2020-01-01')",
                agreement,
                agreement.toString(),
                customer,
                point);
        return new AgreementId(agreement);
    }

    /** An active user without any agreement. */
    public UserId user() {
        var user = UUID.randomUUID();
        insert(
                "user_account (id, email, state, created_at) values (?, ?, 'ACTIVE', now())",
                user,
                user + "@exemple.fr");
        return new UserId(user);
    }

    /** Links a user to the customer who holds an agreement. */
    public void link(UserId user, AgreementId agreement) {
        insert(
                "customer_link (id, user_id, customer_id, proof, linked_at)"
                        + " select ?, ?, customer_id, 'test', now() from agreement where id = ?",
                UUID.randomUUID(),
                user.value(),
                agreement.value());
    }

    /** An invoice, not posted. */
    public ReceivableId invoice(AgreementId agreement, Money net, Money vat) {
        var invoice = UUID.randomUUID();
        insert(
                "invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, net_amount, vat_amount,"
                        + " total_amount, content_hash)"
                        + " values (?, ?, 'ACTUAL', ?, 'A', date '2026-01-15', date '2026-02-15', ?, ?, ?, '\\x00')",
                invoice,
                invoice.toString(),
                agreement.value(),
                net.amount(),
                vat.amount(),
                net.plus(vat).amount());
        return new ReceivableId(invoice);
    }

    /** A meter at the place of an agreement, never read since it was fitted. */
    public UUID meter(AgreementId agreement) {
        var meter = UUID.randomUUID();
        insert("meter (id, serial, dials) values (?, ?, 5)", meter, meter.toString());
        insert(
                "meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " select ?, ?, service_point_id, started_on, 0 from agreement where id = ?",
                UUID.randomUUID(),
                meter,
                agreement.value());
        return meter;
    }

    private void insert(String row, Object... values) {
        database.sql("insert into " + row).params(values).update();
    }
}
