package fr.ondine.platform.plans;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.OnAccount;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What becomes of plans, whoever asks for it: each step once, and written down. The caller has asked who may. */
@Component
class PlanBook {

    private final PlanStore store;
    private final PlanDrafts drafts;
    private final OnAccount money;
    private final Debts debts;
    private final AgreementLock lock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanBook(
            PlanStore store,
            PlanDrafts drafts,
            OnAccount money,
            Debts debts,
            AgreementLock lock,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.money = money;
        this.debts = debts;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The one that runs, or else the one that ended last. */
    Optional<Plan> latest(AgreementId agreement) {
        return store.latest(agreement).map(this::whole);
    }

    Optional<Plan> find(PlanId id) {
        return store.find(id).map(this::whole);
    }

    PlanDraft draft(AgreementId agreement, PlanOrder order) {
        refuseSecond(agreement);
        return drafts.draft(new PlanId(OrderedId.next()), agreement, order);
    }

    PlanId agree(AgreementId agreement, PlanDraft seen, String actor) {
        lock.take(agreement);
        if (store.find(seen.id())
                .filter(one -> one.agreement().equals(agreement))
                .isPresent()) {
            return seen.id();
        }
        refuseSecond(agreement);
        if (!drafts.draft(seen.id(), agreement, seen.order()).equals(seen)) {
            throw PlanRefused.changed();
        }
        store.insert(agreement, seen, today(), actor);
        store.reliefsSeen(seen.id(), clock.instant());
        audit.record(
                actor,
                "plan.agreed",
                "plan:" + seen.id().value(),
                seen.year().amount().amount() + " in "
                        + seen.instalments().all().size());
        events.publishEvent(
                new PlanAgreed(TenantContext.current(), agreement, seen.id(), seen.contract(), seen.instalments()));
        return seen.id();
    }

    PlanRevision revision(AgreementId agreement, Money year, LocalDate from) {
        var plan = running(agreement);
        var rules = drafts.rules().orElseThrow(PlanRefused::notOffered);
        var first = rules.firstToChange(today());
        var since = from.isAfter(first) ? from : first;
        if (plan.settled() != null && !year.equals(plan.total())) {
            throw PlanRefused.settled(plan.total());
        }
        var after = plan.instalments().agreedAnew(year, since, plan.received(), PlanDrafts.minimum(rules));
        return new PlanRevision(
                plan.id(), plan.version(), since, year, plan.carried(), plan.paid(), plan.instalments(), after);
    }

    void revise(AgreementId agreement, PlanRevision seen, String actor) {
        lock.take(agreement);
        var plan = running(agreement);
        if (plan.id().equals(seen.plan())
                && plan.version() == seen.version() + 1
                && plan.instalments().equals(seen.after())) {
            return;
        }
        if (!revision(agreement, seen.year(), seen.from()).equals(seen)) {
            throw PlanRefused.changed();
        }
        store.revise(seen);
        store.reliefsSeen(seen.plan(), clock.instant());
        audit.record(
                actor,
                "plan.revised",
                "plan:" + seen.plan().value(),
                seen.before().total().amount() + " -> " + seen.after().total().amount());
        var next = running(agreement)
                .next(today())
                .map(one -> new Instalment(one.dueOn(), one.left()))
                .orElse(null);
        events.publishEvent(new PlanRevised(
                TenantContext.current(), agreement, seen.plan(), seen.version() + 1, seen.after(), next));
    }

    /** Leaves its amounts as they are, though something was credited for a leak. */
    void keep(AgreementId agreement, PlanId id, String actor) {
        lock.take(agreement);
        if (!running(agreement).id().equals(id)) {
            throw PlanRefused.changed();
        }
        store.reliefsSeen(id, clock.instant());
        audit.record(actor, "plan.kept", "plan:" + id.value(), "");
    }

    /** What ending the plan that runs would bring: found by ending it and taking that back, so that it is what will be. */
    PlanEnding ending(AgreementId agreement, PlanId id, PlanClosing why, String actor) {
        lock.take(agreement);
        var plan = latest(agreement)
                .filter(one -> one.id().equals(id) && one.isRunning())
                .orElseThrow(PlanRefused::changed);
        var before = debts.of(agreement);
        return store.undone(() -> {
            store.close(id, why, today(), actor);
            return PlanEnding.of(plan, before, debts.of(agreement));
        });
    }

    void close(AgreementId agreement, PlanId id, PlanClosing why, String actor) {
        lock.take(agreement);
        var plan =
                store.find(id).filter(one -> one.agreement().equals(agreement)).orElseThrow(PlanRefused::changed);
        if (plan.state() == PlanState.CLOSED) {
            return;
        }
        store.close(id, why, today(), actor);
        audit.record(actor, "plan.closed", "plan:" + id.value(), why.name());
        events.publishEvent(new PlanClosed(TenantContext.current(), agreement, id, why));
    }

    /** Whether as many payments came back as the utility allows. */
    boolean isToBeEnded(Plan plan) {
        return plan.isRunning()
                && drafts.rules()
                        .filter(rules -> money.returned(plan.agreement(), plan.agreedOn()) >= rules.returnsAllowed())
                        .isPresent();
    }

    private Plan running(AgreementId agreement) {
        return latest(agreement).filter(Plan::isRunning).orElseThrow(PlanRefused::changed);
    }

    private void refuseSecond(AgreementId agreement) {
        if (store.latest(agreement)
                .filter(one -> one.state() != PlanState.CLOSED)
                .isPresent()) {
            throw PlanRefused.runsAlready();
        }
    }

    private Plan whole(PlanStore.Head head) {
        var received = money.received(List.of(head.span())).getFirst();
        var sentBackOn = money.lastReturned(head.agreement(), head.agreedOn()).orElse(null);
        return head.with(received, sentBackOn, store.instalments(head.id(), head.version()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
