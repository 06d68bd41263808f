package fr.ondine.ui.payments;

import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.PaymentStatus;
import fr.ondine.platform.payments.ProviderUnavailable;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.shell.PortalLayout;
import jakarta.annotation.security.RolesAllowed;

/** The payer gave up on the provider's page: nothing is debited, and the invoice can be paid at once or later. */
@Route(value = "paiement/:payment/abandon", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class AbandonedView extends PaymentPage {

    AbandonedView(CardPayments cards, Contracts contracts) {
        super(cards, contracts);
    }

    @Override
    protected PaymentStatus arrive(CardPayments cards, CurrentUser payer, PaymentId payment) {
        try {
            return cards.abandon(payer.userId(), payment);
        } catch (ProviderUnavailable later) {
            return cards.status(payer.userId(), payment);
        }
    }
}
