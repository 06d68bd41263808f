package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.MandateSummary;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import java.util.Locale;
import java.util.Optional;

/** How the invoices are settled; of a bank account, only enough to recognise it. */
class PaymentMethodCard extends Card {

    PaymentMethodCard(AgreementCard card, boolean isPlanned, Optional<String> monthly) {
        var key = isPlanned
                ? "plan"
                : card.paymentMethod().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var method = new Paragraph(getTranslation("dashboard.method." + key));
        method.addClassName("strong");
        add(new H2(getTranslation("dashboard.method")), method);
        if (card.mandate() != null) {
            add(mandate(card.mandate()));
        }
        monthly.ifPresent(page -> add(new Paragraph(new Anchor(page, getTranslation("dashboard.plan.ask")))));
    }

    private Definitions mandate(MandateSummary mandate) {
        return new Definitions()
                .with(getTranslation("dashboard.method.iban"), mandate.maskedIban())
                .with(getTranslation("dashboard.method.bank"), mandate.bank())
                .with(
                        getTranslation("dashboard.method.mandate"),
                        getTranslation("dashboard.method.signed", mandate.reference(), mandate.signedOn()));
    }
}
