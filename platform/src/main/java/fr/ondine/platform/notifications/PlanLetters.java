package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.plans.PlanAgreed;
import fr.ondine.platform.plans.PlanClosed;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.plans.PlanId;
import fr.ondine.platform.plans.PlanRevised;
import fr.ondine.platform.plans.PlanSettled;
import fr.ondine.platform.plans.YearEnd;
import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What everybody is told to whom an agreement is open when its year begins to be paid by the month, changes, or ends. */
@Component
class PlanLetters {

    private final Outbox outbox;
    private final PortalLinks links;
    private final Profiles profiles;
    private final Agreements agreements;

    PlanLetters(Outbox outbox, PortalLinks links, Profiles profiles, Agreements agreements) {
        this.outbox = outbox;
        this.links = links;
        this.profiles = profiles;
        this.agreements = agreements;
    }

    @EventListener
    void on(PlanAgreed event) {
        var plan = event.instalments();
        tell(
                event.agreement(),
                once(event.plan()),
                (reader, seen) -> Letter.of(
                        debited("plan-agreed", seen),
                        reader,
                        seen.number(),
                        plan.all().getFirst().amount(),
                        plan.firstDay(),
                        plan.total(),
                        account(seen)));
    }

    @EventListener
    void on(PlanRevised event) {
        tell(event.agreement(), once(event.plan()) + event.version(), (reader, seen) -> revised(event, reader, seen));
    }

    private static Letter revised(PlanRevised event, EmailAddress reader, AgreementCard seen) {
        var total = event.instalments().total();
        var next = event.next();
        return next == null
                ? Letter.of("plan-revised-paid", reader, seen.number(), total)
                : Letter.of(
                        debited("plan-revised", seen),
                        reader,
                        seen.number(),
                        total,
                        next.amount(),
                        next.dueOn(),
                        account(seen));
    }

    @EventListener
    void on(PlanClosed event) {
        tell(
                event.agreement(),
                once(event.plan()),
                (reader, seen) -> Letter.of(
                        event.why() == PlanClosing.YEAR_END ? "plan-finished" : "plan-closed", reader, seen.number()));
    }

    @EventListener
    void on(PlanSettled event) {
        var end = event.end();
        var amount = end.difference().isNegative() ? end.difference().negated() : end.difference();
        var name = name(event);
        tell(
                event.agreement(),
                once(event.plan()) + end.difference().amount() + " of "
                        + end.after().total().amount(),
                (reader, seen) -> Letter.of(
                        name,
                        reader,
                        seen.number(),
                        amount,
                        end.after().total(),
                        end.after().lastDay()));
    }

    /** Who has fewer payments to make, or none, is told so though the difference itself is left for later. */
    private static String name(PlanSettled event) {
        var outcome = event.end().outcome();
        var name = "plan-settled-" + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (outcome != YearEnd.Outcome.CARRIED || !event.isLess()) {
            return name;
        }
        return event.end().closing() == null ? name + "-reduced" : name + "-ended";
    }

    private static String once(PlanId plan) {
        return plan.value() + " ";
    }

    /** Each payment is announced with the account that it is taken from, where the reader sees one. */
    private static String debited(String name, AgreementCard seen) {
        return seen.mandate() == null ? name : name + "-debited";
    }

    private static String account(AgreementCard seen) {
        var mandate = seen.mandate();
        return mandate == null ? "" : Writing.unbroken(mandate.maskedIban());
    }

    private void tell(AgreementId agreement, String thing, BiFunction<EmailAddress, AgreementCard, Letter> write) {
        for (var user : agreements.usersOf(agreement)) {
            profiles.address(user)
                    .map(reader -> write.apply(reader, agreements.seen(user, agreement))
                            .leadingTo(links.to("/echeancier?contrat=" + agreement.value()))
                            .once(thing, user, agreement))
                    .ifPresent(outbox::putOnce);
        }
    }
}
