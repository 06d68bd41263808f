package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.shell.Card;

/** The same invoice for who reads by ear, by hand or in large letters. */
final class FormsCard extends Card {

    private final String invoice;
    private final UnorderedList forms = new UnorderedList();

    /** @param isHeld whether who reads it chooses the form: not whom the holder lets see it */
    FormsCard(ExplainedInvoice about, boolean isBrailleOffered, boolean isHeld) {
        super(say("explanations.forms"), new Paragraph(say(about, "explanations.forms.what")));
        this.invoice = "/factures/" + about.id().value() + "/";
        add(forms);
        offer("texte.txt", "text");
        offer("gros-caracteres.pdf", "large");
        if (isBrailleOffered) {
            offer("braille-integral.brf", "braille");
            offer("braille-abrege.brf", "braille-contracted");
        } else {
            add(new Paragraph(say("documents.braille-missing")));
        }
        if (isHeld) {
            add(new Paragraph(new Anchor(
                    ChosenContract.link("factures/envoi", about.agreement()), say("explanations.forms.change"))));
        }
    }

    private void offer(String file, String name) {
        var link = new Anchor(invoice + file, say("explanations.forms." + name));
        link.setRouterIgnore(true);
        forms.add(new ListItem(link));
    }
}
