package fr.ondine.platform.latecharges;

import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.PrintedNumber;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debt;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.platform.receivables.UndecidedLeaks;
import fr.ondine.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads invoices that may be increased, and writes what was noted and issued. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LateChargeStore {

    /** A credit note takes of the charge that it corrects; an increase is never increased. */
    private static final String INVOICES = """
            select i.id, i.number, i.issued_on, i.due_on, i.total_amount + coalesce(c.total, 0) as total,
                   w.sewerage + coalesce(c.sewerage, 0) as sewerage,
                   exists (select from customer_protection p where p.customer_id = a.customer_id) as protected,
                   %s or exists (select from invoice_dispute d
                            where d.invoice_id = i.id and d.closed_at is null and d.until >= :today) as disputed,
                   n.letter_id as notice, r.number as registered, r.received_on, t.charge_id
              from invoice i
              join agreement a on a.id = i.agreement_id
              join lateral (select sum(l.net_amount) as sewerage from invoice_line l
                             where l.invoice_id = i.id and l.section = 'SEWERAGE') w on w.sewerage > 0
              left join lateral (select sum(n.total_amount) as total,
                                        sum((select sum(l.net_amount) from invoice_line l
                                              where l.invoice_id = n.id and l.section = 'SEWERAGE')) as sewerage
                                   from invoice n where n.corrects = i.id) c on true
              left join lateral (select d.letter_id from reminder_debt d join reminder_letter l on l.id = d.letter_id
                                  where d.invoice_id = i.id and d.step = 'FORMAL_NOTICE' and d.counts and l.by_paper
                                  limit 1) n on true
              left join registered_notice r on r.letter_id = n.letter_id
              left join late_charge t on t.invoice_id = i.id
             where i.id = any(:invoices) and i.kind in ('ACTUAL', 'ESTIMATED', 'CLOSING')
             order by i.due_on, i.number""".formatted(UndecidedLeaks.of("i"));

    private final JdbcClient database;
    private final Debts debts;
    private final Tenants tenants;

    LateChargeStore(JdbcClient database, Debts debts, Tenants tenants) {
        this.database = database;
        this.debts = debts;
        this.tenants = tenants;
    }

    /** The open invoices of an agreement with a sewerage charge. */
    List<LateInvoice> of(AgreementId agreement, LocalDate today) {
        var debt = debts.of(agreement);
        var open = debt.open().stream().collect(toMap(one -> one.id().value(), Function.identity()));
        return database.sql(INVOICES)
                .param("today", today)
                .param("invoices", open.keySet().toArray(UUID[]::new))
                .query((row, number) -> invoice(row, open, isPaying(debt)))
                .list();
    }

    private static boolean isPaying(Debt debt) {
        return debt.open().stream().anyMatch(one -> one.state() == ReceivableState.PAYMENT_IN_PROGRESS);
    }

    private LateInvoice invoice(ResultSet row, Map<UUID, OpenReceivable> open, boolean isPaying) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var item = Objects.requireNonNull(open.get(id));
        var notice = row.getObject("notice", UUID.class);
        var charge = row.getObject("charge_id", UUID.class);
        return new LateInvoice(
                new InvoiceId(id),
                tenants.current().invoiceNumbers().display(row.getString("number")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                item.state(),
                item.left(),
                Money.euros(row.getBigDecimal("total")),
                Money.euros(row.getBigDecimal("sewerage")),
                row.getBoolean("protected"),
                row.getBoolean("disputed"),
                isPaying,
                notice == null ? null : new NoticeId(notice),
                received(row),
                charge == null ? null : new InvoiceId(charge));
    }

    private static @Nullable RegisteredNotice received(ResultSet row) throws SQLException {
        var number = row.getString("registered");
        return number == null ? null : new RegisteredNotice(number, row.getObject("received_on", LocalDate.class));
    }

    /** The invoice that increased one of the agreement. */
    Optional<InvoiceId> chargeOf(InvoiceId invoice, AgreementId agreement) {
        return database.sql("select t.charge_id from late_charge t join invoice i on i.id = t.invoice_id"
                        + " where t.invoice_id = :invoice and i.agreement_id = :agreement")
                .param("invoice", invoice.value())
                .param("agreement", agreement.value())
                .query(UUID.class)
                .optional()
                .map(InvoiceId::new);
    }

    /** When a formal notice of the agreement left on paper; empty for another letter. */
    Optional<LocalDate> sentOn(NoticeId notice, AgreementId agreement) {
        return database.sql("select sent_on from reminder_letter where id = :id and agreement_id = :agreement"
                        + " and step = 'FORMAL_NOTICE' and state = 'SENT' and by_paper for update")
                .param("id", notice.value())
                .param("agreement", agreement.value())
                .query(LocalDate.class)
                .optional();
    }

    void received(NoticeId notice, RegisteredNotice received, String by, Instant now) {
        database.sql("insert into registered_notice (letter_id, number, received_on, noted_at, noted_by)"
                        + " values (:id, :number, :day, :now, :by) on conflict (letter_id) do update"
                        + " set number = excluded.number, received_on = excluded.received_on,"
                        + " noted_at = excluded.noted_at, noted_by = excluded.noted_by")
                .param("id", notice.value())
                .param("number", received.number())
                .param("day", received.receivedOn())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void insert(
            InvoiceId id,
            String number,
            AgreementId agreement,
            LateCharge charge,
            LocalDate issuedOn,
            LocalDate dueOn) {
        database.sql("""
                        insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on, net_amount,
                            vat_amount, total_amount, content_hash)
                        select :id, :number, 'ONE_OFF', a.id, %s, :issued, :due, :amount, 0, :amount,
                               :hash from agreement a where a.id = :agreement""".formatted(PrintedNumber.SQL))
                .param("id", id.value())
                .param("number", number)
                .param("agreement", agreement.value())
                .param("issued", issuedOn)
                .param("due", dueOn)
                .param("amount", charge.amount().amount())
                .param("hash", hash(number + charge))
                .update();
        database.sql("""
                        insert into invoice_line (invoice_id, position, section, label, quantity, unit, unit_price, net_amount,
                            vat_rate, charge)
                        values (:id, 0, 'SEWERAGE', :label, 1, 'forfait', :amount, :amount, 0, 'late-charge')""")
                .param("id", id.value())
                .param("label", LateChargeWords.line(charge))
                .param("amount", charge.amount().amount())
                .update();
        database.sql("insert into late_charge (invoice_id, charge_id, letter_id, base)"
                        + " values (:invoice, :id, :letter, :base)")
                .param("invoice", charge.invoice().value())
                .param("id", id.value())
                .param("letter", Objects.requireNonNull(charge.notice()).value())
                .param("base", charge.base().amount())
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
