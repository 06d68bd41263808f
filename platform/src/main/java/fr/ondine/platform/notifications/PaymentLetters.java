package fr.ondine.platform.notifications;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.payments.PaymentFailed;
import fr.ondine.platform.payments.PaymentSettled;
import fr.ondine.platform.receivables.ReceivableId;
import java.util.Optional;
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
        payer(event.user())
                .map(payer -> Letter.of(
                        "payment-received", payer, event.amount(), event.receivedOn(), number(event.invoice())))
                .ifPresent(letter -> put(letter, event.agreement()));
    }

    @EventListener
    void on(PaymentFailed event) {
        payer(event.user())
                .map(payer -> Letter.of("payment-failed", payer, event.amount(), number(event.invoice())))
                .ifPresent(letter -> put(letter, event.agreement()));
    }

    private Optional<EmailAddress> payer(@Nullable UserId user) {
        return user == null ? Optional.empty() : profiles.address(user);
    }

    private String number(ReceivableId invoice) {
        return invoices.number(new InvoiceId(invoice.value()));
    }

    private void put(Letter letter, AgreementId agreement) {
        outbox.put(letter.leadingTo(links.to("/factures?contrat=" + agreement.value())));
    }
}
