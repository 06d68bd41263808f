package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.invoices.InvoiceWords;
import fr.ondine.ui.shell.Amount;

/** That nothing is to be paid, and what the utility owes if it does. */
class SettledCard extends DueCard {

    SettledCard(InvoiceAccount account, ChosenContract chosen) {
        var credit = account.due().isNegative();
        var carried = !account.carried().isEmpty();
        add(new H2(getTranslation(credit ? "dashboard.credit" : carried ? "invoices.carried" : "dashboard.settled")));
        if (carried) {
            add(new Paragraph(InvoiceWords.carried(account, chosen.contract())));
        }
        if (credit) {
            add(new Amount(account.due().negated()), new Paragraph(InvoiceWords.credit(chosen.contract())));
        }
        if (account.isBlank()) {
            add(new Paragraph(getTranslation("dashboard.no-invoice")));
        }
    }
}
