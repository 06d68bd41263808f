package fr.ondine.platform.reminders;

import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.CustomerId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ReminderStep;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is noted of an agreement for its reminders. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AccountStore {

    private static final String SENT = """
            select l.id, l.step, l.sent_on, l.amount, l.by_mail, l.by_paper, l.state = 'RECALLED' as recalled,
                   l.returned_at is not null as returned, y.id as apology, y.sent_on as excused_on, y.by_mail as excused_by_mail
              from reminder_letter l left join reminder_apology y on y.letter_id = l.id""";

    private final JdbcClient database;
    private final Debts debts;
    private final Tenants tenants;

    AccountStore(JdbcClient database, Debts debts, Tenants tenants) {
        this.database = database;
        this.debts = debts;
        this.tenants = tenants;
    }

    Optional<AccountReminders> find(AgreementId agreement, LocalDate today) {
        return database.sql("""
                        select split_part(a.number, '~', 1) as number, concat_ws(' ', nullif(c.first_name, ''), c.last_name) as holder,
                               exists (select from customer_protection p where p.customer_id = c.id) as protected
                          from agreement a join customer c on c.id = a.customer_id where a.id = :id""")
                .param("id", agreement.value())
                .query((row, number) -> new AccountReminders(
                        tenants.current().contractNumbers().display(row.getString("number")),
                        row.getString("holder"),
                        row.getBoolean("protected"),
                        List.of(),
                        List.of()))
                .optional()
                .map(known -> new AccountReminders(
                        known.contract(),
                        known.holder(),
                        known.isProtected(),
                        open(agreement, today),
                        sent(agreement)));
    }

    private List<OpenInvoice> open(AgreementId agreement, LocalDate today) {
        var left = debts.of(agreement).open().stream()
                .filter(one -> one.left().isPositive())
                .collect(toMap(one -> one.id().value(), Function.identity()));
        return database.sql("""
                        select i.id, i.number, d.reason, d.until, coalesce(s.name, d.opened_by) as by_name
                          from invoice i
                          left join invoice_dispute d on d.invoice_id = i.id and d.closed_at is null and d.until >= :today
                          left join staff_member s on 'staff:' || s.id = d.opened_by
                         where i.id = any(:invoices) order by i.due_on, i.number""")
                .param("today", today)
                .param("invoices", left.keySet().toArray(UUID[]::new))
                .query((row, number) -> invoice(row, left))
                .list();
    }

    private OpenInvoice invoice(ResultSet row, Map<UUID, OpenReceivable> left) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var reason = row.getString("reason");
        var item = Objects.requireNonNull(left.get(id));
        return new OpenInvoice(
                new InvoiceId(id),
                tenants.current().invoiceNumbers().display(row.getString("number")),
                item.dueOn(),
                item.left(),
                reason == null
                        ? null
                        : new Dispute(reason, row.getObject("until", LocalDate.class), row.getString("by_name")));
    }

    List<SentReminder> sent(AgreementId agreement) {
        return database.sql(SENT + " where l.agreement_id = :agreement and l.sent_on is not null"
                        + " order by l.sent_on desc, l.id desc limit 50")
                .param("agreement", agreement.value())
                .query((row, number) -> sent(row))
                .list();
    }

    Optional<SentReminder> lastOf(InvoiceId invoice) {
        return database.sql(SENT + " join reminder_debt d on d.letter_id = l.id"
                        + " where d.invoice_id = :invoice and d.counts order by l.sent_on desc, l.id desc limit 1")
                .param("invoice", invoice.value())
                .query((row, number) -> sent(row))
                .optional();
    }

    Optional<CustomerId> holder(AgreementId agreement) {
        return database.sql("select customer_id from agreement where id = :id")
                .param("id", agreement.value())
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }

    /** False when it was noted before. */
    boolean protect(CustomerId holder, String by, Instant now) {
        return database.sql("insert into customer_protection (customer_id, protected_at, protected_by)"
                                + " values (:holder, :now, :by) on conflict do nothing")
                        .param("holder", holder.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** False when there was none. */
    boolean endProtection(CustomerId holder) {
        return database.sql("delete from customer_protection where customer_id = :holder")
                        .param("holder", holder.value())
                        .update()
                == 1;
    }

    /** Until the transaction ends nobody else decides about the invoice; false when the agreement has no such invoice. */
    boolean lock(AgreementId agreement, InvoiceId invoice) {
        return database.sql("select id from invoice where id = :id and agreement_id = :agreement for no key update")
                .param("id", invoice.value())
                .param("agreement", agreement.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void openDispute(InvoiceId invoice, String reason, LocalDate until, String by, Instant now) {
        database.sql("insert into invoice_dispute (id, invoice_id, reason, until, opened_at, opened_by)"
                        + " values (:id, :invoice, :reason, :until, :now, :by)")
                .param("id", OrderedId.next())
                .param("invoice", invoice.value())
                .param("reason", reason)
                .param("until", until)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** False when none was open. */
    boolean closeDispute(InvoiceId invoice, String by, Instant now) {
        return database.sql("update invoice_dispute set closed_at = :now, closed_by = :by"
                                + " where invoice_id = :invoice and closed_at is null")
                        .param("invoice", invoice.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static SentReminder sent(ResultSet row) throws SQLException {
        var apology = row.getObject("apology", UUID.class);
        return new SentReminder(
                new LetterId(row.getObject("id", UUID.class)),
                ReminderStep.valueOf(row.getString("step")),
                row.getObject("sent_on", LocalDate.class),
                Money.euros(row.getBigDecimal("amount")),
                row.getBoolean("by_mail"),
                row.getBoolean("by_paper"),
                row.getBoolean("recalled"),
                row.getBoolean("returned"),
                apology == null
                        ? null
                        : new Apology(
                                new ApologyId(apology),
                                row.getObject("excused_on", LocalDate.class),
                                row.getBoolean("excused_by_mail")));
    }
}
