package fr.ondine.platform.runs;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoicesIssued;
import fr.ondine.platform.kernel.CopyText;
import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.receivables.BulkLedger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes the invoices of a chunk into the books by COPY, in the transaction of the caller: all of them or none. */
@Component
class InvoiceWriter {

    private static final int ROOM = 256;
    private static final int LINES = 8;

    private final BulkLedger ledger;
    private final ApplicationEventPublisher events;

    InvoiceWriter(BulkLedger ledger, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.events = events;
    }

    /** A bill with what it gets when it is issued. */
    private record Issued(InvoiceId id, String number, Draft draft) {

        ReceivableId receivable() {
            return new ReceivableId(id.value());
        }
    }

    /** Numbers them from the first of a range on. */
    void write(RunTerms terms, List<Draft> drafts, long first, LongFunction<String> numbers, Connection connection)
            throws SQLException {
        var issued = new ArrayList<Issued>(drafts.size());
        for (var draft : drafts) {
            issued.add(new Issued(new InvoiceId(OrderedId.next()), numbers.apply(first + issued.size()), draft));
        }
        invoices(terms, issued, connection);
        lines(issued, connection);
        meters(issued, connection);
        ledger.post(
                issued.stream()
                        .map(one -> LedgerEntry.invoice(
                                one.receivable(),
                                one.draft().one().agreement(),
                                terms.issuedOn(),
                                one.draft().bill().net(),
                                one.draft().bill().vat()))
                        .toList(),
                connection);
        tell(terms, issued);
    }

    /** Whoever has to be told of invoices, or of a use with the invoice at the latest is, by this same transaction. */
    private void tell(RunTerms terms, List<Issued> issued) {
        events.publishEvent(new InvoicesIssued(
                TenantContext.current(),
                issued.getFirst().id(),
                issued.getLast().id()));
        var abnormal = issued.stream()
                .flatMap(one -> one.draft().abnormal().stream()
                        .map(use -> new AbnormalUsesBilled.Billed(
                                one.id(), one.draft().one().agreement(), use)))
                .toList();
        if (!abnormal.isEmpty()) {
            events.publishEvent(new AbnormalUsesBilled(TenantContext.current(), terms.issuedOn(), abnormal));
        }
    }

    private static void invoices(RunTerms terms, List<Issued> issued, Connection connection) throws SQLException {
        var rows = new CopyText(issued.size() * ROOM);
        for (var one : issued) {
            var bill = one.draft().bill();
            rows.row(
                    one.id().value(),
                    one.number(),
                    terms.kind(),
                    one.draft().one().agreement().value(),
                    one.draft().one().number(),
                    terms.issuedOn(),
                    terms.dueOn(),
                    bill.period().from(),
                    bill.period().lastDay(),
                    bill.segments().isEmpty() ? null : bill.volume().cubicMetres(),
                    bill.net().amount(),
                    bill.vat().amount(),
                    bill.total().amount(),
                    "\\x" + HexFormat.of().formatHex(one.draft().digest()),
                    one.draft().one().issue());
        }
        rows.into(
                "invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from, period_to,"
                        + " volume_m3, net_amount, vat_amount, total_amount, content_hash, issue)",
                connection);
    }

    private static void lines(List<Issued> issued, Connection connection) throws SQLException {
        var rows = new CopyText(issued.size() * ROOM * LINES);
        for (var one : issued) {
            var position = 0;
            for (var line : one.draft().bill().lines()) {
                rows.row(
                        one.id().value(),
                        position++,
                        line.section(),
                        line.label(),
                        line.quantity().amount(),
                        LineWords.unit(line.unit(), line.quantity().amount()),
                        line.price().perUnit().toPlainString(),
                        line.net().amount(),
                        line.vat().percent().toPlainString(),
                        line.charge(),
                        line.priced(),
                        isOfTheWhole(line, one) ? null : line.period().from(),
                        isOfTheWhole(line, one) ? null : line.period().until());
            }
        }
        rows.into(
                "invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount, vat_rate,"
                        + " charge, price_units, used_from, used_until)",
                connection);
    }

    /** The days of a line are said where they are not those of its invoice. */
    private static boolean isOfTheWhole(BillLine line, Issued one) {
        return line.period().equals(one.draft().bill().period());
    }

    private static void meters(List<Issued> issued, Connection connection) throws SQLException {
        var rows = new CopyText(issued.size() * ROOM);
        for (var one : issued) {
            var position = 0;
            for (var segment : one.draft().bill().segments()) {
                rows.row(
                        one.id().value(),
                        position++,
                        segment.current().meterSerial(),
                        segment.period().from(),
                        segment.previous().register().litres(),
                        segment.period().until(),
                        segment.current().register().litres(),
                        segment.volume().litres(),
                        segment.isEstimated());
            }
        }
        rows.into(
                "invoice_meter (invoice_id, position, serial, read_from, register_from, read_until, register_until,"
                        + " litres, is_estimated)",
                connection);
    }
}
