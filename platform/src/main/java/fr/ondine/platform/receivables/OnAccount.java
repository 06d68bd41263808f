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
 * What came in on account: paid without naming an invoice, less what came back of it and what was given back. That it was
 * set against invoices since changes nothing of it.
 */
@Service
@Transactional(readOnly = true)
public class OnAccount {

    /** So long after its day a debit is waited for, until it is late. */
    public static final int DAYS_OF_GRACE = Debits.DAYS_OF_GRACE;

    /**
     * Of the agreement {@code %1$s}, from the day {@code %2$s} to the day {@code %3$s}. What is given back of the year
     * before is no part of what came in for this one, nor is what came on the day on which that one
     * was settled and ended.
     */
    private static final String SUM = """
            (select coalesce(-sum(got.amount), 0) from posting got join ledger_entry fact on fact.id = got.entry_id
              cross join lateral (select %2$s + count(*)::int as day from instalment_plan before
                                   where before.agreement_id = %1$s and before.closed_on = %2$s
                                     and before.settled_on is not null) first
              where got.agreement_id = %1$s and got.account = 'UNALLOCATED'
                and fact.effective_on between first.day and coalesce(%3$s, 'infinity')
                and (fact.kind = 'PAYMENT'
                     or fact.kind = 'REFUND' and not exists (
                        select from plan_refund back where 'refund:' || back.plan_id = fact.source and back.agreement_id = got.agreement_id)
                     or fact.kind = 'RETURN' and exists (
                        select from ledger_entry paid where paid.source = 'payment:' || split_part(fact.source, ':', 2)
                           and paid.effective_on >= first.day)))""";

    private static final String RECEIVED = "select " + sum("s.agreement_id", "s.first", "s.last")
            + " from unnest(:agreements::uuid[], :from::date[], :to::date[])"
            + " with ordinality s(agreement_id, first, last, at) order by s.at";

    private final JdbcClient database;

    OnAccount(JdbcClient database) {
        this.database = database;
    }

    /** @param to the last day; null for all that came since the first */
    public record Span(
            AgreementId agreement, LocalDate from, @Nullable LocalDate to) {}

    /** The same as an expression of SQL, for those who read many agreements at once. */
    public static String sum(String agreement, String from, String to) {
        return SUM.formatted(agreement, from, to);
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

    /** How many payments on account since a day came back (rejets). */
    public int returned(AgreementId agreement, LocalDate since) {
        return database.sql("select count(distinct split_part(e.source, ':', 2)) from posting p"
                        + " join ledger_entry e on e.id = p.entry_id where p.agreement_id = ? and p.account = 'UNALLOCATED'"
                        + " and e.kind = 'RETURN' and e.effective_on >= ?")
                .params(agreement.value(), since)
                .query(Integer.class)
                .single();
    }

    /** The last day since then on which one came back. */
    public Optional<LocalDate> lastReturned(AgreementId agreement, LocalDate since) {
        return database.sql("select max(e.effective_on) from posting p join ledger_entry e on e.id = p.entry_id"
                        + " where p.agreement_id = ? and p.account = 'UNALLOCATED' and e.kind = 'RETURN'"
                        + " and e.effective_on >= ?")
                .params(agreement.value(), since)
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
