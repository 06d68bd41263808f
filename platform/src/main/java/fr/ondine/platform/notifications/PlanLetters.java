package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.plans.PlanAgreed;
import fr.ondine.platform.plans.PlanClosed;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.plans.PlanId;
import fr.ondine.platform.plans.PlanRevised;
import fr.ondine.platform.plans.PlanSettled;
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
                (reader, contract) -> Letter.of(
                        "plan-agreed",
                        reader,
                        contract,
                        plan.all().getFirst().amount(),
                        plan.firstDay(),
                        plan.total()));
    }

    @EventListener
    void on(PlanRevised event) {
        tell(
                event.agreement(),
                once(event.plan()) + event.version(),
                (reader, contract) -> Letter.of(
                        "plan-revised", reader, contract, event.instalments().total()));
    }

    @EventListener
    void on(PlanClosed event) {
        tell(
                event.agreement(),
                once(event.plan()),
                (reader, contract) -> Letter.of(
                        event.why() == PlanClosing.YEAR_END ? "plan-finished" : "plan-closed", reader, contract));
    }

    @EventListener
    void on(PlanSettled event) {
        var end = event.end();
        var amount = end.difference().isNegative() ? end.difference().negated() : end.difference();
        var name =
                "plan-settled-" + end.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        tell(
                event.agreement(),
                once(event.plan()) + end.difference().amount() + " of "
                        + end.after().total().amount(),
                (reader, contract) -> Letter.of(
                        name,
                        reader,
                        contract,
                        amount,
                        end.after().total(),
                        end.after().lastDay()));
    }

    private static String once(PlanId plan) {
        return plan.value() + " ";
    }

    private void tell(AgreementId agreement, String thing, BiFunction<EmailAddress, String, Letter> write) {
        var contract = agreements.find(agreement).map(AgreementCard::number).orElse("");
        for (var user : agreements.usersOf(agreement)) {
            profiles.address(user)
                    .map(reader -> write.apply(reader, contract)
                            .leadingTo(links.to("/echeancier?contrat=" + agreement.value()))
                            .once(thing, user, agreement))
                    .ifPresent(outbox::putOnce);
        }
    }
}
