package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The double-entry ledger: facts are posted once and never changed; every balance is the sum of the postings. */
@Service
@Transactional
public class Ledger {

    private final JdbcClient database;
    private final AgreementLock agreements;
    private final Clock clock;

    Ledger(JdbcClient database, AgreementLock agreements, Clock clock) {
        this.database = database;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Posts an entry; false, and nothing changed, when that source was posted before. */
    public boolean post(LedgerEntry entry) {
        var id = UUID.randomUUID();
        var inserted = database.sql("""
                        insert into ledger_entry (id, kind, source, effective_on, recorded_at, description)
                        values (:id, :kind, :source, :on, :at, :description) on conflict (source) do nothing""")
                .param("id", id)
                .param("kind", entry.kind().name())
                .param("source", entry.source())
                .param("on", entry.effectiveOn())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("description", entry.description())
                .update();
        if (inserted == 0) {
            return false;
        }
        var position = 0;
        for (var posting : entry.postings()) {
            insert(id, position++, posting);
        }
        return true;
    }

    /**
     * Posts that a payment came back, so much of it {@code inAll} by now, also what is held again since; false when it was
     * never posted, or no more came back than was posted before.
     */
    public boolean postReturn(UUID payment, Money inAll, LocalDate returnedOn) {
        var more = inAll.minus(returned(payment)).minus(heldAgain(payment));
        return more.isPositive()
                && Recorded.payment(database, payment)
                        .map(original -> LedgerEntry.returned(
                                payment, original, Recorded.returns(database, payment), more, returnedOn))
                        .map(this::post)
                        .orElse(false);
    }

    /**
     * Posts that so much {@code inAll} of what came back of a payment did not arrive with its payer and is held again; false
     * when no more is than was posted before.
     */
    public boolean postHeldAgain(UUID payment, Money inAll, LocalDate heldOn) {
        var more = inAll.minus(heldAgain(payment));
        return more.isPositive()
                && Recorded.payment(database, payment)
                        .map(original -> LedgerEntry.heldAgain(
                                payment,
                                original,
                                Recorded.returns(database, payment).size(),
                                more,
                                heldOn))
                        .map(this::post)
                        .orElse(false);
    }

    /** How much of a payment came back, and is not held again. */
    @Transactional(readOnly = true)
    public Money returned(UUID payment) {
        return returnedMoney(payment).reduce(Money.zero(), Money::minus);
    }

    /** How much of what came back of a payment did not arrive and is held again. */
    @Transactional(readOnly = true)
    public Money heldAgain(UUID payment) {
        return returnedMoney(payment).filter(Money::isPositive).reduce(Money.zero(), Money::plus);
    }

    private Stream<Money> returnedMoney(UUID payment) {
        return Recorded.returns(database, payment).stream()
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().isMoney())
                .map(Posting::amount);
    }

    /** What is still owed on an invoice; negative when the utility owes. */
    @Transactional(readOnly = true)
    public Money balance(ReceivableId invoice) {
        return Money.euros(database.sql(
                        "select coalesce(sum(amount), 0) from posting where account = 'RECEIVABLE' and invoice_id = :id")
                .param("id", invoice.value())
                .query(BigDecimal.class)
                .single());
    }

    /** The day of the last money that came in, or of the credit that was set against it, for each of these invoices; none where there was none. */
    @Transactional(readOnly = true)
    public Map<ReceivableId, LocalDate> lastReceipts(Collection<ReceivableId> invoices) {
        var receipts = new HashMap<ReceivableId, LocalDate>();
        if (!invoices.isEmpty()) {
            database.sql("""
                            select p.invoice_id, max(e.effective_on)
                            from posting p join ledger_entry e on e.id = p.entry_id
                            where p.account = 'RECEIVABLE' and p.invoice_id in (:ids)
                              and (e.kind = 'PAYMENT' or e.source like 'allocation:%' and p.amount < 0)
                            group by p.invoice_id""")
                    .param("ids", invoices.stream().map(ReceivableId::value).toList())
                    .query(row -> {
                        receipts.put(new ReceivableId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class));
                    });
        }
        return receipts;
    }

    /** When an invoice was posted; empty where it never was. */
    @Transactional(readOnly = true)
    public Optional<Instant> postedAt(ReceivableId invoice) {
        return database.sql("select recorded_at from ledger_entry where source = :source")
                .param("source", LedgerEntry.sourceOf(invoice))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * What an agreement owed when an invoice was issued, as the invoice has to recall it: whatever was of an earlier day,
     * and of that day what was posted before it. What was posted since changes nothing of it, whatever day it is of; an
     * import posts all that it brings at once.
     */
    @Transactional(readOnly = true)
    public CarriedOver carriedOver(ReceivableId invoice, AgreementId agreement, LocalDate issuedOn) {
        var posted = postedAt(invoice);
        var balance = Money.euros(database.sql("""
                        select coalesce(sum(p.amount), 0) from posting p join ledger_entry e on e.id = p.entry_id
                        where p.agreement_id = :agreement and p.account in ('RECEIVABLE', 'UNALLOCATED')
                          and p.invoice_id is distinct from :invoice
                          and (e.effective_on < :day and e.recorded_at <= coalesce(
                                   (select max(r.finished_at) from import_run r where r.state = 'DONE'
                                       and cast(:posted as timestamptz) between r.started_at and r.finished_at),
                                   :posted, 'infinity'::timestamptz)
                               or e.effective_on = :day and e.recorded_at < coalesce(:posted, 'infinity'::timestamptz))""")
                .param("agreement", agreement.value())
                .param("invoice", invoice.value())
                .param("day", issuedOn)
                .param(
                        "posted",
                        posted.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .query(BigDecimal.class)
                .single());
        var known = posted.map(at -> at.atZone(clock.getZone()).toLocalDate()).orElse(issuedOn);
        return new CarriedOver(balance, known.isBefore(issuedOn) ? known : issuedOn);
    }

    /** What is owed on an invoice, and by whom. */
    @Transactional(readOnly = true)
    public Optional<Receivable> find(ReceivableId invoice) {
        return receivable(invoice, "");
    }

    /** The same; until the caller's transaction ends, no other may decide on its agreement or post to it. */
    public Optional<Receivable> lock(ReceivableId invoice) {
        agreements.takeOf(invoice);
        return receivable(invoice, " for no key update");
    }

    private Optional<Receivable> receivable(ReceivableId invoice, String lock) {
        return database.sql("select number, agreement_id from invoice where id = :id" + lock)
                .param("id", invoice.value())
                .query((row, number) -> new Receivable(
                        invoice, new AgreementId(row.getObject(2, UUID.class)), row.getString(1), Money.zero()))
                .optional()
                .map(known -> known.owing(balance(invoice)));
    }

    private void insert(UUID entry, int position, Posting posting) {
        var receivable = posting.receivable();
        database.sql("""
                        insert into posting (entry_id, position, account, agreement_id, invoice_id, amount)
                        values (:entry, :position, :account, :agreement, :invoice, :amount)""")
                .param("entry", entry)
                .param("position", position)
                .param("account", posting.account().name())
                .param("agreement", posting.agreement().value())
                .param("invoice", receivable == null ? null : receivable.value())
                .param("amount", posting.amount().amount())
                .update();
    }
}
