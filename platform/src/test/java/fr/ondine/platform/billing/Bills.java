package fr.ondine.platform.billing;

import static fr.ondine.platform.kernel.Money.euros;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices as an import leaves them, posted to the ledger; in the caller's transaction. */
record Bills(JdbcClient database, Ledger ledger) {

    static final Money NET = euros("100.00");
    static final Money VAT = euros("7.75");
    static final Money TOTAL = euros("107.75");

    /** Two rubrics at two rates: 50,00 € at 5.5 % and 50,00 € at 10 %. */
    InvoiceId invoice(AgreementId agreement, String number, LocalDate issuedOn) {
        return issue(agreement, "20 0000 111".replace(" ", ""), number, issuedOn, 1);
    }

    InvoiceId invoiceUnderOlderNumber(AgreementId agreement, String billedAs, String number, LocalDate issuedOn) {
        return issue(agreement, billedAs, number, issuedOn, 1);
    }

    InvoiceId creditNote(AgreementId agreement, String number, LocalDate issuedOn) {
        return issue(agreement, "200000111", number, issuedOn, -1);
    }

    void pay(InvoiceId invoice, AgreementId agreement, Money amount, LocalDate day) {
        ledger.post(LedgerEntry.payment(
                UUID.randomUUID(),
                agreement,
                Receipt.BANK,
                day,
                amount,
                Map.of(new ReceivableId(invoice.value()), amount)));
    }

    void cardPayment(InvoiceId invoice, AgreementId agreement, String state) {
        database.sql("insert into payment (id, agreement_id, invoice_id, method, provider, amount, state, initiated_at)"
                        + " values (?, ?, ?, 'CARD', 'STRIPE', 10, ?, now())")
                .params(UUID.randomUUID(), agreement.value(), invoice.value(), state)
                .update();
    }

    /** A meter at the agreement's place that was read on these days. */
    void readings(AgreementId agreement, String serial, LocalDate first, long litres, LocalDate last, long later) {
        var meter = UUID.randomUUID();
        database.sql("insert into meter (id, serial, dials) values (?, ?, 5)")
                .params(meter, serial)
                .update();
        database.sql("insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " select ?, ?, service_point_id, date '2020-01-01', 0 from agreement where id = ?")
                .params(UUID.randomUUID(), meter, agreement.value())
                .update();
        reading(meter, first, litres);
        reading(meter, last, later);
    }

    private void reading(UUID meter, LocalDate day, long litres) {
        database.sql("insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " values (?, ?, ?, ?, 'AGENT', 'ACTUAL', now())")
                .params(UUID.randomUUID(), meter, day, litres)
                .update();
    }

    private InvoiceId issue(AgreementId agreement, String billedAs, String number, LocalDate issuedOn, int sign) {
        var id = new InvoiceId(UUID.randomUUID());
        var net = sign < 0 ? NET.negated() : NET;
        var vat = sign < 0 ? VAT.negated() : VAT;
        database.sql("""
                        insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on,
                                             period_from, period_to, volume_m3, net_amount, vat_amount, total_amount,
                                             content_hash)
                        values (:id, :number, :kind, :agreement, :billedAs, :issued, :due, :from, :to, 40, :net, :vat,
                                :total, '\\x00')""")
                .param("id", id.value())
                .param("number", number)
                .param("kind", sign < 0 ? "CREDIT_NOTE" : "ACTUAL")
                .param("agreement", agreement.value())
                .param("billedAs", billedAs)
                .param("issued", issuedOn)
                .param("due", issuedOn.plusMonths(1))
                .param("from", issuedOn.minusMonths(6))
                .param("to", issuedOn.minusDays(1))
                .param("net", net.amount())
                .param("vat", vat.amount())
                .param("total", net.plus(vat).amount())
                .update();
        line(id, 1, "WATER", "Consommation d'eau potable", sign * 50, "5.5");
        line(id, 2, "SEWERAGE", "Collecte des eaux usées", sign * 50, "10");
        ledger.post(LedgerEntry.invoice(new ReceivableId(id.value()), agreement, issuedOn, net, vat));
        return id;
    }

    private void line(InvoiceId invoice, int position, String section, String label, int net, String vat) {
        database.sql("insert into invoice_line values (?, ?, ?, ?, 40, 'm³', 1.25, ?, cast(? as numeric))")
                .params(invoice.value(), position, section, label, net, vat)
                .update();
    }
}
