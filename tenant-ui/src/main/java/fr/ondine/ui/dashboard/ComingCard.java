package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.html.H2;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.invoices.ComingLines;
import fr.ondine.ui.shell.Amount;
import java.util.List;

/** That there is nothing to do, since what is owed comes by itself. */
class ComingCard extends DueCard {

    ComingCard(List<InvoiceSummary> coming, ChosenContract chosen) {
        if (coming.size() == 1) {
            only(coming.getFirst(), chosen);
        } else {
            add(new H2(getTranslation(ComingLines.heading(coming))), ComingLines.alone(coming));
        }
    }

    private void only(InvoiceSummary invoice, ChosenContract chosen) {
        heading(ComingLines.heading(List.of(invoice)), invoice);
        add(saidByPill(invoice) ? new Amount(invoice.left()) : ComingLines.alone(List.of(invoice)));
        name(invoice, chosen);
        actions(paper(invoice));
    }

    /** One amount on one day needs no sentence of its own. */
    private static boolean saidByPill(InvoiceSummary invoice) {
        return invoice.state() != ReceivableState.BY_INSTALMENTS;
    }
}
