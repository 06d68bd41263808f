package fr.ondine.platform.payments;

import org.springframework.stereotype.Service;

/** Asks the provider about a payment and believes nothing else; outside any transaction, since it may take long. */
@Service
public class PaymentChecks {

    private final Orders orders;
    private final PaymentGateway gateway;
    private final Settlement settlement;

    PaymentChecks(Orders orders, PaymentGateway gateway, Settlement settlement) {
        this.orders = orders;
        this.gateway = gateway;
        this.settlement = settlement;
    }

    /** Brings the payment to what the provider says now. */
    public Checkout check(PaymentId id) {
        var checkout = ask(orders.about(id));
        settlement.apply(id, checkout);
        if (settlement.isUnexplained(id, checkout)) {
            settlement.apply(id, gateway.sentBack(checkout.session()));
        }
        return checkout;
    }

    /**
     * The same for the payment that a message of the provider names; false when there is none. Where our own record of
     * the page was lost, the repeated order brings it back as it was then, so that it is read once more.
     */
    public boolean checkNamed(String reference) {
        var question = orders.named(reference);
        question.map(known -> known.order().payment()).ifPresent(id -> {
            check(id);
            if (question.get().session() == null) {
                check(id);
            }
        });
        return question.isPresent();
    }

    /** The same for the payment whose money a message of the provider names; false when there is none. */
    public boolean checkPaidWith(String providerPayment) {
        var known = orders.paidWith(providerPayment);
        known.ifPresent(this::check);
        return known.isPresent();
    }

    /** Closes the provider's page; what was paid before it closed is paid. */
    Checkout close(PaymentId id) {
        var question = orders.about(id);
        var open = ask(question);
        var checkout = open.status() == Checkout.Status.OPEN ? gateway.close(open.session()) : open;
        settlement.apply(id, checkout);
        return checkout;
    }

    /** An order whose answer never came is sent again under its key: the provider answers as it would have then. */
    private Checkout ask(Orders.Question question) {
        var session = question.session();
        if (session != null) {
            return gateway.read(session);
        }
        try {
            return gateway.open(question.order());
        } catch (ProviderRefused refusal) {
            settlement.refuse(question.order().payment(), refusal.reason());
            throw refusal;
        }
    }
}
