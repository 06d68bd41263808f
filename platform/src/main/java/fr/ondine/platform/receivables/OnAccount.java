package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came in for a plan: on account, without naming an invoice, or for an invoice of a use that was issued since, as by card
 * once the plan is late; less what came back of it and what was given back. That it was set against invoices since changes
 * nothing of it.
 */
@Service
@Transactional(readOnly = true)
public class OnAccount {

    /** So long after its day a debit is waited for, until it is late. */
    public static final int DAYS_OF_GRACE = Debits.DAYS_OF_GRACE;

    /** Whether the posting {@code %1$s} is of an invoice that the plan pays. */
    private static final String PLANNED = """
            exists (select from invoice planned where planned.id = %1$s.invoice_id
                       and planned.kind in ('ACTUAL', 'ESTIMATED') and planned.issued_on > %%2$s)""";

    /** A posting {@code %1$s} of the fact {@code %2$s} that brought money, or took it back again, from the first day on. */
    private static final String BROUGHT = """
            (%1$s.account = 'UNALLOCATED' or %1$s.account = 'RECEIVABLE' and %3$s)
            and %2$s.effective_on >= first.day
            and (%2$s.kind = 'PAYMENT' or %2$s.kind = 'RETURN' and exists (
                    select from ledger_entry paid where paid.source = 'payment:' || split_part(%2$s.source, ':', 2)
                       and paid.effective_on >= first.day))""";

    /**
     * Of the agreement {@code %1$s}, from the day {@code %2$s} to the day {@code %3$s}, as far as it was recorded at the moment
     * {@code %4$s}, without what came on the day on which
     * the year before was settled and ended. What is given back is first of other credit that there is on its day, as of the
     * year before or of a credit note, and only then of what came in; the plan's own invoices are paid by what came in.
     */
    private static final String SUM = """
            (select coalesce(-sum(case when fact.kind = 'REFUND' then greatest(0, got.amount - greatest(0, other.credit))
                                       else got.amount end), 0)
               from posting got join ledger_entry fact on fact.id = got.entry_id
              cross join lateral (select %%2$s + count(*)::int as day from instalment_plan before
                                   where before.agreement_id = %%1$s and before.closed_on = %%2$s
                                     and before.settled_on is not null) first
              cross join lateral (
                  select case when fact.kind = 'REFUND' then (
                      select least(-sum(o.amount), -coalesce(sum(o.amount) filter (where not (%2$s) and not (
                                 f.kind = 'INVOICE' and o.account = 'RECEIVABLE' and %3$s)), 0))
                        from posting o join ledger_entry f on f.id = o.entry_id
                       where o.agreement_id = got.agreement_id and o.account in ('RECEIVABLE', 'UNALLOCATED')
                         and f.effective_on <= fact.effective_on and f.recorded_at <= %%4$s and f.id <> fact.id
                         and (f.kind <> 'REFUND' or row(f.effective_on, f.recorded_at, f.id)
                                 < row(fact.effective_on, fact.recorded_at, fact.id))) end as credit) other
              where got.agreement_id = %%1$s and got.account in ('UNALLOCATED', 'RECEIVABLE')
                and fact.kind in ('PAYMENT', 'RETURN', 'REFUND') and fact.effective_on <= coalesce(%%3$s, 'infinity')
                and fact.recorded_at <= %%4$s
                and (%1$s or fact.effective_on >= first.day and fact.kind = 'REFUND' and not exists (
                        select from plan_refund back where 'refund:' || back.plan_id = fact.source and back.agreement_id = got.agreement_id)))""".formatted(brought("got", "fact"), brought("o", "f"), PLANNED.formatted("o"));

    private static final String RECEIVED = "select " + sum("s.agreement_id", "s.first", "s.last")
            + " from unnest(:agreements::uuid[], :from::date[], :to::date[])"
            + " with ordinality s(agreement_id, first, last, at) order by s.at";

    /** What was given back to a card did not come back. */
    private static final String RETURNED = """
             from posting p join ledger_entry e on e.id = p.entry_id and e.kind = 'RETURN'
            where p.agreement_id = :agreement and p.account = 'UNALLOCATED'
              and exists (select from posting m where m.entry_id = e.id and m.account = 'BANK')
              and exists (select from ledger_entry paid where paid.source = 'payment:' || split_part(e.source, ':', 2)
                             and paid.effective_on >= :since)""";

    private final JdbcClient database;

    OnAccount(JdbcClient database) {
        this.database = database;
    }

    private static String brought(String posting, String fact) {
        return BROUGHT.formatted(posting, fact, PLANNED.formatted(posting));
    }

    /** @param to the last day; null for all that came since the first */
    public record Span(
            AgreementId agreement, LocalDate from, @Nullable LocalDate to) {}

    /** The same as an expression of SQL, for those who read many agreements at once. */
    public static String sum(String agreement, String from, String to) {
        return sum(agreement, from, to, "'infinity'::timestamptz");
    }

    /** The same as it was known at a moment: an import may bring, or take back, what is of an earlier day. */
    public static String sum(String agreement, String from, String to, String known) {
        return SUM.formatted(agreement, from, to, known);
    }

    /** One amount for each, in their order, by one query. */
    public List<Money> received(List<Span> spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        return database.sql(RECEIVED)
                .param(
                        "agreements",
                        spans.stream().map(span -> span.agreement().value()).toArray(UUID[]::new))
                .param("from", days(spans, Span::from))
                .param("to", days(spans, Span::to))
                .query((row, number) -> Money.euros(row.getBigDecimal(1)))
                .list();
    }

    /** How many payments on account that were made since a day came back (rejets). */
    public int returned(AgreementId agreement, LocalDate since) {
        return database.sql("select count(distinct split_part(e.source, ':', 2))" + RETURNED)
                .param("agreement", agreement.value())
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    /** The last day on which one of them did. */
    public Optional<LocalDate> lastReturned(AgreementId agreement, LocalDate since) {
        return database.sql("select max(e.effective_on)" + RETURNED)
                .param("agreement", agreement.value())
                .param("since", since)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private static @Nullable String[] days(List<Span> spans, Function<Span, @Nullable LocalDate> which) {
        return spans.stream()
                .map(span -> Optional.ofNullable(which.apply(span))
                        .map(String::valueOf)
                        .orElse(null))
                .toArray(String[]::new);
    }
}
