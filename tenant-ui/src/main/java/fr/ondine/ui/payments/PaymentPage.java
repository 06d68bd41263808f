package fr.ondine.ui.payments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.PaymentStatus;
import fr.ondine.platform.payments.UnknownPayment;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import java.util.UUID;

/** What has become of a payment, for the payer who comes back from the provider's page. */
abstract class PaymentPage extends Page implements BeforeEnterObserver {

    static final String PAYMENT = "payment";

    private final transient CardPayments cards;
    private final transient Contracts contracts;
    private final Div outcome = new Div();

    PaymentPage(CardPayments cards, Contracts contracts) {
        super("payments.title");
        this.cards = cards;
        this.contracts = contracts;
        outcome.addClassName("column");
        outcome.getElement().setAttribute("role", "status");
        add(outcome);
        narrow();
    }

    /** Asks what has become of it, once, on arrival. */
    protected abstract PaymentStatus arrive(CardPayments cards, CurrentUser payer, PaymentId payment);

    @Override
    public final void beforeEnter(BeforeEnterEvent arrival) {
        try {
            var payment = new PaymentId(
                    UUID.fromString(arrival.getRouteParameters().get(PAYMENT).orElse("")));
            show(arrive(cards, contracts.person(), payment));
        } catch (IllegalArgumentException | UnknownPayment | UnknownAgreement notTheirs) {
            arrival.rerouteToError(NotFoundException.class);
        }
    }

    final void show(PaymentStatus payment) {
        outcome.removeAll();
        switch (payment.state()) {
            case INITIATED, PROCESSING -> outcome.add(notice(Tone.INFO, "progress", payment), invoices(payment, false));
            case SETTLED ->
                outcome.add(
                        new Notice(
                                Tone.GOOD,
                                say("payments.settled"),
                                new Paragraph(say("payments.settled.what", payment.amount())),
                                new Paragraph(Definitions.written(say(
                                        "payments.settled.receipt",
                                        contracts.person().email().value())))),
                        invoices(payment, true));
            case FAILED -> outcome.add(ended(Tone.BAD, "failed", payment), again(payment));
            case CANCELLED -> outcome.add(ended(Tone.WARN, "cancelled", payment), again(payment));
            case RETURNED -> outcome.add(ended(Tone.BAD, "returned", payment), again(payment));
        }
    }

    private Notice notice(Tone tone, String key, PaymentStatus payment) {
        return new Notice(tone, say("payments." + key), say("payments." + key + ".what", payment.amount()));
    }

    /** The invoice may have been paid since, or come to be debited. */
    private Notice ended(Tone tone, String key, PaymentStatus payment) {
        var notice = notice(tone, key, payment);
        notice.add(new Paragraph(say(payment.retry() ? "payments." + key + ".retry" : "payments.no-more")));
        return notice;
    }

    private Component again(PaymentStatus payment) {
        if (!payment.retry()) {
            return invoices(payment, true);
        }
        var ways = row(
                new PayButton(cards, contracts.person().userId(), payment.invoice(), say("payments.again")),
                invoices(payment, false));
        ways.addClassName("actions");
        return ways;
    }

    private Component invoices(PaymentStatus payment, boolean primary) {
        var list = ChosenContract.link("factures", payment.agreement());
        return primary
                ? ActionLink.primary(list, say("payments.back"))
                : ActionLink.secondary(list, say("payments.back"));
    }
}
