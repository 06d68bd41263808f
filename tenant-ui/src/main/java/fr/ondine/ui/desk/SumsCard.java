package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import fr.ondine.platform.billing.InvoiceDetail;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Written;

/** What an invoice is of in all, by rate of VAT, and what is still owed on it. */
final class SumsCard extends Card {

    SumsCard(InvoiceDetail detail) {
        super(say("desk.total"));
        var invoice = detail.invoice();
        var sums = new Definitions();
        if (invoice.isSettledInPart()) {
            sums.with(say("desk.left"), Written.money(invoice.left()));
        }
        if (!detail.notes().isEmpty()) {
            sums.with(say("desk.standing"), Written.money(detail.standing()));
        }
        sums.with(say("desk.total.net"), Written.money(detail.net()));
        detail.vatByRate()
                .forEach(rate -> sums.with(
                        say("desk.total.vat", Written.here().percent(rate.rate()), rate.net()),
                        Written.money(rate.amount())));
        add(new Amount(invoice.total()).medium(), DeskWords.state(invoice, detail.isCredited()), sums);
    }
}
