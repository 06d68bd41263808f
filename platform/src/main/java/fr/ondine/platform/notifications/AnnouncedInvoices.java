package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.OnAccount;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.UndecidedLeaks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who is to be told of what: those with an account that have not refused, whose address takes mails, once. */
@Repository
class AnnouncedInvoices {

    private static final String INVOICES = """
            select i.id as thing, i.agreement_id as agreement, i.number, i.total_amount as amount, i.due_on,
                   i.kind = 'CREDIT_NOTE' as is_credit
              from invoice i where""";

    /** What is left of each: money on account pays the first ones first. */
    private static final String INSTALMENTS =
            """
            select md5(s.plan_id::text || s.due_on)::uuid as thing, p.agreement_id as agreement, '' as number,
                   least(s.amount, w.whole - p.received) as amount, s.due_on, false as is_credit
              from (select r.*, %s as received from instalment_plan r
                     where r.state <> 'CLOSED' and r.agreement_id = any(:agreements)) p
              join instalment s on s.plan_id = p.id and s.version = p.version and s.due_on between :first and :last
              cross join lateral (select sum(b.amount) as whole from instalment b
                                   where b.plan_id = s.plan_id and b.version = s.version and b.position <= s.position) w
             where w.whole > p.received""".formatted(OnAccount.sum("r.agreement_id", "r.agreed_on", "null::date"));

    /** As letters to those who are late leave them out. */
    private static final String CONTESTED = """
            select i.id from invoice i where i.id = any(:invoices)
               and (%s or exists (select from invoice_dispute d
                                   where d.invoice_id = i.id and d.closed_at is null and d.until >= :today))""".formatted(UndecidedLeaks.of("i"));

    private static final String READERS = """
            select * from (
                select distinct t.*, u.id as user_id, u.email, split_part(a.number, '~', 1) as contract,
                       md5(cast(:kind as text) || t.thing || u.id)::uuid as source
                  from (%s) t
                  join agreement a on a.id = t.agreement
                  join customer_link k on k.customer_id = a.customer_id and (k.agreement_id is null or k.agreement_id = a.id)
                  join user_account u on u.id = k.user_id and u.state = 'ACTIVE'
                 where not exists (select from mail_refusal f where f.user_id = u.id and f.kind = :kind)
                   and not exists (select from bounced_address b where b.address = u.email)) r
             where not exists (select from mail m where m.source = r.source)
             order by thing, user_id""";

    private final JdbcClient database;

    AnnouncedInvoices(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is told, and one of those who are.
     *
     * @param thing the invoice; for an instalment what stands for it and its day
     * @param isCredit whether it is a credit note, whose amount is negative unless it takes back what was in the holder's favour
     * @param source by which that is told once
     */
    record Reader(
            ReceivableId thing,
            AgreementId agreement,
            String number,
            String contract,
            Money amount,
            LocalDate dueOn,
            boolean isCredit,
            UserId user,
            EmailAddress address,
            UUID source) {}

    /** Of invoices and credit notes that were issued. */
    List<Reader> issued(Collection<UUID> invoices) {
        return database.sql(READERS.formatted(INVOICES + " i.id = any(:invoices)"))
                .param("kind", Announcement.ISSUED.name())
                .param("invoices", invoices.toArray(UUID[]::new))
                .query(AnnouncedInvoices::reader)
                .list();
    }

    /** Of invoices of some agreements that are due between two days. */
    List<Reader> due(Collection<UUID> agreements, LocalDate first, LocalDate last) {
        return soon(
                INVOICES
                        + " i.kind <> 'CREDIT_NOTE' and i.agreement_id = any(:agreements) and i.due_on between :first and :last",
                agreements,
                first,
                last);
    }

    /** Which of some invoices are in dispute, or have a leak to be decided of: nobody is asked for them meanwhile. */
    Set<ReceivableId> contested(Collection<ReceivableId> invoices, LocalDate today) {
        return database
                .sql(CONTESTED)
                .param("invoices", invoices.stream().map(ReceivableId::value).toArray(UUID[]::new))
                .param("today", today)
                .query(UUID.class)
                .list()
                .stream()
                .map(ReceivableId::new)
                .collect(Collectors.toSet());
    }

    /** Of instalments of some agreements that come between two days. */
    List<Reader> instalments(Collection<UUID> agreements, LocalDate first, LocalDate last) {
        return soon(INSTALMENTS, agreements, first, last);
    }

    private List<Reader> soon(String things, Collection<UUID> agreements, LocalDate first, LocalDate last) {
        return database.sql(READERS.formatted(things))
                .param("kind", Announcement.DUE_SOON.name())
                .param("agreements", agreements.toArray(UUID[]::new))
                .param("first", first)
                .param("last", last)
                .query(AnnouncedInvoices::reader)
                .list();
    }

    private static Reader reader(ResultSet row, int number) throws SQLException {
        return new Reader(
                new ReceivableId(row.getObject("thing", UUID.class)),
                new AgreementId(row.getObject("agreement", UUID.class)),
                row.getString("number"),
                row.getString("contract"),
                Money.euros(row.getBigDecimal("amount")),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("is_credit"),
                new UserId(row.getObject("user_id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getObject("source", UUID.class));
    }
}
