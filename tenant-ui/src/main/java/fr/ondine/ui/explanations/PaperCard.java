package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.ui.invoices.PaperLink;
import fr.ondine.ui.shell.Card;

/** The invoice itself, and whom to ask what is still not clear. */
final class PaperCard extends Card {

    PaperCard(ExplainedInvoice invoice) {
        super(say("explanations.more"), new Paragraph(say(invoice, "explanations.more.what")));
        add(new Paragraph(new PaperLink(invoice.id(), say(invoice, "explanations.more.paper"))));
    }
}
