package fr.ondine.ui.payments;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.PaymentStatus;
import fr.ondine.platform.payments.ProviderUnavailable;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.shell.PortalLayout;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** After the provider's page: in progress until the money is there, which the page finds out by itself. */
@Route(value = "paiement/:payment", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class PaidView extends PaymentPage {

    private static final int EVERY_MILLIS = 2_000;
    /** Five minutes; who stays longer reloads the page, or waits for the receipt. */
    private static final int LOOKS = 150;

    private final transient CardPayments cards;
    private @Nullable PaymentStatus last;
    private transient @Nullable CurrentUser payer;
    private @Nullable Registration polling;
    private int looked;

    PaidView(CardPayments cards, Contracts contracts) {
        super(cards, contracts);
        this.cards = cards;
    }

    @Override
    protected PaymentStatus arrive(CardPayments cards, CurrentUser person, PaymentId payment) {
        payer = person;
        last = status(person, payment);
        return last;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (last != null && last.state().isOpen()) {
            polling = attached.getUI().addPollListener(poll -> look(attached.getUI()));
            attached.getUI().setPollInterval(EVERY_MILLIS);
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stop(detached.getUI());
        super.onDetach(detached);
    }

    private PaymentStatus status(CurrentUser person, PaymentId payment) {
        try {
            return cards.refresh(person.userId(), payment);
        } catch (ProviderUnavailable later) {
            return cards.status(person.userId(), payment);
        }
    }

    private void look(UI ui) {
        if (payer == null || last == null) {
            return;
        }
        var now = cards.status(payer.userId(), last.id());
        if (now.state() != last.state()) {
            last = now;
            show(now);
        }
        looked++;
        if (!now.state().isOpen() || looked >= LOOKS) {
            stop(ui);
        }
    }

    private void stop(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
