package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.ui.shell.Card;

/** What the account owed besides, on the day of the invoice; what is owed today is on the page of the invoices. */
final class EarlierCard extends Card {

    EarlierCard(ExplainedInvoice invoice, String invoices) {
        super(say("explanations.earlier"), new Paragraph(sentence(invoice)));
        add(new Paragraph(new Anchor(invoices, say("explanations.earlier.today"))));
    }

    private static String sentence(ExplainedInvoice invoice) {
        var earlier = invoice.carriedOver();
        if (earlier.balance().isZero()) {
            return say("explanations.earlier.none", earlier.on());
        }
        var with = invoice.withCarriedOver();
        var before = earlier.balance().isPositive()
                ? say(invoice, "explanations.earlier.due", earlier.on(), earlier.balance())
                : say(
                        "explanations.earlier.credit",
                        earlier.on(),
                        earlier.balance().negated());
        return before + " "
                + (with.isNegative()
                        ? say(invoice, "explanations.earlier.with.credit", with.negated())
                        : say(invoice, "explanations.earlier.with", with));
    }
}
