package fr.ondine.platform.plans;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Does once what the rules make of the difference of a year (régularisation), and ends plans that are paid to their end. */
@Component
class Settlements {

    private static final String BY_ITSELF = "system";

    private final PlanBook book;
    private final PlanStore store;
    private final SettlementStore settlements;
    private final YearEnds ends;
    private final AgreementLock lock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlements(
            PlanBook book,
            PlanStore store,
            SettlementStore settlements,
            YearEnds ends,
            AgreementLock lock,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.store = store;
        this.settlements = settlements;
        this.ends = ends;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What was looked at; refused when it would be something else by now. */
    void settle(AgreementId agreement, PlanId id, YearEnd seen, String actor) {
        lock.take(agreement);
        var plan =
                book.find(id).filter(one -> one.agreement().equals(agreement)).orElseThrow(PlanRefused::changed);
        if (settlements.isDone(id, seen) && plan.instalments().equals(seen.after())) {
            return;
        }
        settle(plan, ends.of(plan).filter(seen::equals).orElseThrow(PlanRefused::changed), actor);
    }

    /** By itself, once it is time; nothing where it is not, or is done. */
    void settle(PlanId id) {
        book.find(id).ifPresent(known -> {
            lock.take(known.agreement());
            var plan = book.find(id).orElseThrow();
            ends.ripe(plan).ifPresentOrElse(end -> settle(plan, end, BY_ITSELF), () -> finish(plan));
        });
    }

    private void settle(Plan plan, YearEnd end, String actor) {
        settlements.settle(plan, end, LocalDate.now(clock));
        if (!end.after().equals(plan.instalments())) {
            store.change(plan, end.after());
        }
        audit.record(
                actor,
                "plan.settled",
                "plan:" + plan.id().value(),
                end.outcome() + " " + end.difference().amount());
        if (end.closing() != null) {
            close(plan, end.closing(), actor);
        }
        events.publishEvent(
                new PlanSettled(TenantContext.current(), plan.agreement(), plan.id(), end, end.asksLessThan(plan)));
    }

    private void finish(Plan plan) {
        if (plan.isRunning() && plan.settled() != null && plan.toCome().isZero()) {
            close(plan, PlanClosing.YEAR_END, BY_ITSELF);
            events.publishEvent(
                    new PlanClosed(TenantContext.current(), plan.agreement(), plan.id(), PlanClosing.YEAR_END));
        }
    }

    private void close(Plan plan, PlanClosing why, String actor) {
        store.close(plan.id(), why, LocalDate.now(clock), actor);
        audit.record(actor, "plan.closed", "plan:" + plan.id().value(), why.name());
    }
}
