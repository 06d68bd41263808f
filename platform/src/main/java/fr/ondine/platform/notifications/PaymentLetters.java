package fr.ondine.platform.notifications;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.payments.PaymentFailed;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.PaymentSettled;
import fr.ondine.platform.receivables.ReceivableId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The receipt of a payment, or the news that it did not come through, for the person who paid. */
@Component
class PaymentLetters {

    private final Outbox outbox;
    private final PortalLinks links;
    private final Profiles profiles;
    private final Invoices invoices;

    PaymentLetters(Outbox outbox, PortalLinks links, Profiles profiles, Invoices invoices) {
        this.outbox = outbox;
        this.links = links;
        this.profiles = profiles;
        this.invoices = invoices;
    }

    @EventListener
    void on(PaymentSettled event) {
        var number = number(event.invoice());
        tell(
                event.user(),
                event.payment(),
                event.agreement(),
                payer -> Letter.of("payment-received", payer, event.amount(), event.receivedOn(), number));
    }

    @EventListener
    void on(PaymentFailed event) {
        var number = number(event.invoice());
        tell(
                event.user(),
                event.payment(),
                event.agreement(),
                payer -> Letter.of("payment-failed", payer, event.amount(), number));
    }

    private void tell(
            @Nullable UserId user, PaymentId payment, AgreementId agreement, Function<EmailAddress, Letter> write) {
        if (user != null) {
            profiles.address(user)
                    .map(write)
                    .map(letter -> letter.leadingTo(links.to("/factures?contrat=" + agreement.value()))
                            .once(payment.value().toString(), user, agreement))
                    .ifPresent(outbox::putOnce);
        }
    }

    private String number(ReceivableId invoice) {
        return invoices.number(new InvoiceId(invoice.value()));
    }
}
