package fr.ondine.ui.dashboard;

import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.invoices.AskedLines;
import fr.ondine.ui.invoices.ComingLines;
import fr.ondine.ui.invoices.Settling;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Amount;
import java.util.Comparator;
import java.util.List;

/** What the holder has to pay, until when, and the way to do so. */
class AskedCard extends DueCard {

    private final transient ChosenContract chosen;
    private final transient Settling settling;

    AskedCard(InvoiceAccount account, ChosenContract chosen, Settling settling) {
        this.chosen = chosen;
        this.settling = settling;
        var asked = account.asked();
        heading("dashboard.due", firstDue(asked));
        add(new Amount(InvoiceAccount.left(asked)));
        what(asked);
        add(new AskedLines(asked, settling), ComingLines.besideAsked(account.coming()));
        ways(asked);
    }

    private void what(List<InvoiceSummary> asked) {
        if (asked.size() == 1) {
            name(asked.getFirst(), chosen);
        } else {
            add(soft(howMany(asked.size(), late(asked))));
        }
    }

    private String howMany(int invoices, long late) {
        return late == 0 || late == invoices
                ? getTranslation("dashboard.due.several", invoices)
                : getTranslation("dashboard.due.several.late", invoices, late);
    }

    private void ways(List<InvoiceSummary> asked) {
        if (asked.size() == 1) {
            one(asked.getFirst());
        } else if (asked.stream().anyMatch(settling::takes)) {
            actions(ActionLink.primary(chosen.link("factures"), getTranslation("dashboard.pay.several")));
        }
    }

    private void one(InvoiceSummary invoice) {
        if (settling.takes(invoice)) {
            actions(settling.button(invoice, getTranslation("dashboard.pay")), paper(invoice));
        } else {
            actions(paper(invoice));
        }
    }

    private static InvoiceSummary firstDue(List<InvoiceSummary> asked) {
        return asked.stream().min(Comparator.comparing(InvoiceSummary::dueOn)).orElseThrow();
    }

    private static long late(List<InvoiceSummary> asked) {
        return asked.stream()
                .filter(invoice -> invoice.state() == ReceivableState.OVERDUE)
                .count();
    }
}
