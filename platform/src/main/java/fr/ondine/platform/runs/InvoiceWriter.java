package fr.ondine.platform.runs;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoicesIssued;
import fr.ondine.platform.kernel.CopyText;
import fr.ondine.platform.kernel.LateIds;
import fr.ondine.platform.receivables.BulkLedger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import java.sql.Connection;
import java.sql.SQLException;
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

    private record Issued(InvoiceId id, Draft draft) {

        ReceivableId receivable() {
            return new ReceivableId(id.value());
        }

        Issued as(LateIds.Given ids) {
            return new Issued(new InvoiceId(ids.of(id.value())), draft);
        }
    }

    /** Bills with all that is written of them but their numbers, for which others wait, and what follows their order. */
    record Ready(
            RunId run,
            RunTerms terms,
            LateIds ids,
            List<Issued> issued,
            CopyText lines,
            CopyText meters,
            BulkLedger.Ready entries) {

        boolean isEmpty() {
            return issued.isEmpty();
        }

        int count() {
            return issued.size();
        }
    }

    Ready prepare(RunId run, RunTerms terms, List<Draft> drafts) {
        var ids = new LateIds();
        var issued = drafts.stream()
                .map(draft -> new Issued(new InvoiceId(ids.next()), draft))
                .toList();
        var entries = ledger.prepare(entries(terms, issued), ids);
        return new Ready(run, terms, ids, issued, lines(issued), meters(issued), entries);
    }

    private static List<LedgerEntry> entries(RunTerms terms, List<Issued> issued) {
        return issued.stream()
                .map(one -> LedgerEntry.invoice(
                        one.receivable(),
                        one.draft().one().agreement(),
                        terms.issuedOn(),
                        one.draft().bill().net(),
                        one.draft().bill().vat()))
                .toList();
    }

    /** Numbers them from the first of a range on. */
    void write(Ready ready, long first, LongFunction<String> numbers, Connection connection) throws SQLException {
        var ids = ready.ids().give();
        var issued = ready.issued().stream().map(one -> one.as(ids)).toList();
        invoices(ready, issued, first, numbers)
                .into(
                        "invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from,"
                                + " period_to, volume_m3, net_amount, vat_amount, total_amount, content_hash, issue, run_id)",
                        connection);
        ready.lines()
                .into(
                        "invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount,"
                                + " vat_rate, charge, price_units, used_from, used_until)",
                        ids,
                        connection);
        ready.meters()
                .into(
                        "invoice_meter (invoice_id, position, serial, read_from, register_from, read_until,"
                                + " register_until, litres, is_estimated)",
                        ids,
                        connection);
        ready.entries().post(ids, connection);
        tell(ready.terms(), issued);
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

    private static CopyText invoices(Ready ready, List<Issued> issued, long first, LongFunction<String> numbers) {
        var terms = ready.terms();
        var rows = new CopyText(issued.size() * ROOM);
        var number = first;
        for (var one : issued) {
            var bill = one.draft().bill();
            rows.row(
                    one.id().value(),
                    numbers.apply(number++),
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
                    one.draft().one().issue(),
                    ready.run().value());
        }
        return rows;
    }

    private static CopyText lines(List<Issued> issued) {
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
        return rows;
    }

    /** The days of a line are said where they are not those of its invoice. */
    private static boolean isOfTheWhole(BillLine line, Issued one) {
        return line.period().equals(one.draft().bill().period());
    }

    private static CopyText meters(List<Issued> issued) {
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
        return rows;
    }
}
