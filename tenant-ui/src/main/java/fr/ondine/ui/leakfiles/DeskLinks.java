package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.leaks.GrantedCredit;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Written;

/** From a file to what staff look at beside it: the account, the invoice, the credit notes. */
final class DeskLinks {

    private DeskLinks() {}

    static Anchor account(LeakFile file) {
        return new Anchor("/gestion/comptes/" + file.agreement().value(), file.contract());
    }

    static Definitions withInvoice(LeakFile file, Definitions facts) {
        return file.invoice()
                .map(invoice -> facts.with(say("leakfiles.invoice"), invoice(invoice, file.invoiceNumber())))
                .orElse(facts);
    }

    static Div credit(GrantedCredit credit) {
        var value = new Div(
                new Span(Written.money(credit.amount())),
                invoice(credit.note(), say("leakfiles.decision.credit.see", credit.number())));
        value.addClassName("row");
        return value;
    }

    private static Anchor invoice(InvoiceId which, String words) {
        return new Anchor("/gestion/factures/" + which.value(), words);
    }
}
