package fr.ondine.platform.credits;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.UnknownInvoice;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.ReceivableId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads invoices with what is left of them, and writes credit notes. */
@Repository
class CreditStore {

    /**
     * A line of ours bears the place and the words of the one that it takes of. Those of an import are as the utility's own
     * software has them: each takes of the line of the same words, or else of the largest of its rubric and rate.
     */
    private static final String LINES = """
            select l.position, l.section, l.label, l.quantity, l.unit, l.unit_price, l.price_units, l.vat_rate, l.net_amount,
                   l.net_amount + coalesce((select sum(taken.net_amount) from invoice note
                       join invoice_line taken on taken.invoice_id = note.id
                       where note.corrects = l.invoice_id and l.position = (
                           select o.position from invoice_line o where o.invoice_id = l.invoice_id
                            order by o.label = taken.label and o.vat_rate = taken.vat_rate and o.position = taken.position desc,
                                     o.label = taken.label and o.vat_rate = taken.vat_rate and o.unit_price = taken.unit_price desc,
                                     o.label = taken.label and o.vat_rate = taken.vat_rate desc,
                                     o.section = taken.section and o.vat_rate = taken.vat_rate desc,
                                     o.vat_rate = taken.vat_rate desc, abs(o.net_amount) desc, o.position limit 1)), 0) as left_amount
              from invoice_line l where l.invoice_id = :id order by l.position""";

    private final JdbcClient database;
    private final AgreementLock agreements;

    CreditStore(JdbcClient database, AgreementLock agreements) {
        this.database = database;
        this.agreements = agreements;
    }

    CreditableInvoice find(InvoiceId id) {
        return read(id, "");
    }

    /** Until the transaction ends, nobody else takes anything of it back, or pays it. */
    CreditableInvoice lock(InvoiceId id) {
        agreements.takeOf(new ReceivableId(id.value()));
        return read(id, " for no key update");
    }

    private CreditableInvoice read(InvoiceId id, String lock) {
        return database.sql("select kind, agreement_id, issued_on, vat_amount from invoice where id = :id" + lock)
                .param("id", id.value())
                .query((row, number) -> new CreditableInvoice(
                        id,
                        InvoiceKind.valueOf(row.getString(1)),
                        new AgreementId(row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDate.class),
                        Money.euros(row.getBigDecimal(4)),
                        List.of()))
                .optional()
                .map(found -> new CreditableInvoice(
                        id,
                        found.kind(),
                        found.agreement(),
                        found.issuedOn(),
                        found.vatLeft().plus(vatTaken(id)),
                        lines(id)))
                .orElseThrow(UnknownInvoice::new);
    }

    /** Whether an invoice by a reading that stands came after it, which set the estimate right. */
    boolean isTakenBack(CreditableInvoice estimate) {
        return database.sql("""
                        select exists (
                            select from invoice later join invoice estimate on estimate.id = :id
                             where later.agreement_id = estimate.agreement_id and later.kind in ('ACTUAL', 'CLOSING')
                               and later.period_to >= estimate.period_to and later.issued_on >= estimate.issued_on
                               and (select sum(total_amount) from invoice where corrects = later.id)
                                   is distinct from -later.total_amount)""")
                .param("id", estimate.id().value())
                .query(Boolean.class)
                .single();
    }

    private Money vatTaken(InvoiceId id) {
        return Money.euros(database.sql("select coalesce(sum(vat_amount), 0) from invoice where corrects = :id")
                .param("id", id.value())
                .query(BigDecimal.class)
                .single());
    }

    private List<CreditableLine> lines(InvoiceId id) {
        return TakenBeyond.shared(database.sql(LINES)
                .param("id", id.value())
                .query((row, number) -> line(row))
                .list());
    }

    private static CreditableLine line(ResultSet row) throws SQLException {
        return new CreditableLine(
                row.getInt("position"),
                row.getString("section"),
                row.getString("label"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                new UnitPrice(row.getBigDecimal("unit_price"), Money.zero().currency()),
                row.getInt("price_units"),
                new VatRate(row.getBigDecimal("vat_rate")),
                Money.euros(row.getBigDecimal("net_amount")),
                Money.euros(row.getBigDecimal("left_amount")));
    }

    /** One that asks for money, since it takes back what had been given, leaves as many days to pay as the invoice did. */
    void insert(InvoiceId id, String number, CreditNote note, String reason, LocalDate day) {
        database.sql("""
                        insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, period_from,
                            period_to, net_amount, vat_amount, total_amount, content_hash, corrects, reason)
                        select :id, :number, 'CREDIT_NOTE', agreement_id, agreement_number, :day,
                               :day + case when :total > 0 then greatest(due_on - issued_on, 0) else 0 end,
                               period_from, period_to,
                               :net, :vat, :total, :hash, id, :reason from invoice where id = :invoice""")
                .param("id", id.value())
                .param("number", number)
                .param("day", day)
                .param("net", note.net().negated().amount())
                .param("vat", note.vat().negated().amount())
                .param("total", note.total().negated().amount())
                .param("hash", hash(number + note))
                .param("reason", reason)
                .param("invoice", note.invoice().id().value())
                .update();
        note.lines().forEach(line -> insert(id, note.invoice().id(), line));
    }

    /** Which charge it is, and of which days, is that of the line it takes back: it tells the same two words apart. */
    private void insert(InvoiceId id, InvoiceId corrected, CreditNote.Line line) {
        database.sql("""
                        insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, price_units,
                            net_amount, vat_rate, charge, used_from, used_until)
                        select :id, position, section, label, :quantity, :unit, :price, :units, :net, vat_rate, charge,
                               used_from, used_until
                          from invoice_line where invoice_id = :corrected and position = :position""")
                .param("id", id.value())
                .param("corrected", corrected.value())
                .param("position", line.of().position())
                .param("quantity", line.quantity().amount().negate())
                .param("unit", line.quantity().unit())
                .param("price", line.price().perUnit())
                .param("units", line.priceUnits())
                .param("net", line.net().negated().amount())
                .update();
    }

    private static byte[] hash(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
