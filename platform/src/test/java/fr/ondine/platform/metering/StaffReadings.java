package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands billed of a meter, for tests of what staff do with readings; in the caller's transaction. */
final class StaffReadings {

    private StaffReadings() {}

    static void bill(JdbcClient database, AgreementId agreement, String serial, LocalDate until) {
        var invoice = invoice(database, agreement, until.minusDays(1), until, 0);
        database.sql("insert into invoice_meter (invoice_id, position, serial, read_from, register_from, read_until,"
                        + " register_until, litres, is_estimated) values (?, 1, ?, ?, 0, ?, 1000, 1000, false)")
                .params(invoice, serial, until.minusDays(180), until)
                .update();
    }

    /** One that says nothing of meters. */
    static void imported(JdbcClient database, AgreementId agreement, LocalDate periodTo, LocalDate issuedOn) {
        invoice(database, agreement, periodTo, issuedOn, null);
    }

    private static UUID invoice(
            JdbcClient database,
            AgreementId agreement,
            LocalDate periodTo,
            LocalDate issuedOn,
            @Nullable Integer issue) {
        var invoice = UUID.randomUUID();
        database.sql("insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on,"
                        + " period_from, period_to, net_amount, vat_amount, total_amount, content_hash, issue)"
                        + " values (?, ?, 'ACTUAL', ?, 'A', ?, ?, ?, ?, 100, 5.5, 105.5, '\\x00', ?)")
                .params(
                        invoice,
                        invoice.toString(),
                        agreement.value(),
                        issuedOn,
                        issuedOn,
                        periodTo.minusDays(179),
                        periodTo,
                        issue)
                .update();
        return invoice;
    }
}
