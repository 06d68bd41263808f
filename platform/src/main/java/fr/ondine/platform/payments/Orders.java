package fr.ondine.platform.payments;

import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.tenancy.Tenants;
import java.net.URI;
import java.text.MessageFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what has to be asked of the provider about a payment. */
@Service
@Transactional(readOnly = true)
class Orders {

    private static final String WORDS = "fr.ondine.platform.payments.messages";

    private final Payments payments;
    private final Ledger ledger;
    private final Tenants tenants;

    Orders(Payments payments, Ledger ledger, Tenants tenants) {
        this.payments = payments;
        this.ledger = ledger;
        this.tenants = tenants;
    }

    /** What is known of the payment, with the order to send when the provider's page is not. */
    Question about(PaymentId id) {
        var payment = payments.findById(id).orElseThrow(UnknownPayment::new);
        return new Question(payment.session(), order(payment), payment.state());
    }

    /** The payment that a message of the provider names, if there is one that the provider can be asked about. */
    Optional<Question> named(String reference) {
        try {
            var id = new PaymentId(UUID.fromString(reference));
            return payments.findById(id).map(known -> about(id)).filter(Question::canBeAsked);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    Optional<PaymentId> paidWith(String providerPayment) {
        return payments.findByProviderPayment(providerPayment).map(Payment::id);
    }

    private Order order(Payment payment) {
        var number =
                ledger.find(payment.invoice()).orElseThrow(UnknownPayment::new).invoiceNumber();
        var page =
                tenants.originAt(payment.host()) + "/paiement/" + payment.id().value();
        return new Order(
                payment.id(),
                payment.idempotencyKey(),
                payment.amount(),
                label(number),
                URI.create(page),
                URI.create(page + "/abandon"));
    }

    private String label(String number) {
        return MessageFormat.format(Sentences.of(WORDS, tenants.language()).getString("checkout.label"), number);
    }

    /** What is known of a payment: without a session, the provider may or may not have heard of the order. */
    record Question(@Nullable String session, Order order, PaymentState state) {

        boolean canBeAsked() {
            return session != null || state.isOpen();
        }
    }
}
