package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.html.Anchor;
import fr.ondine.platform.billing.InvoiceDetail;
import fr.ondine.platform.billing.RelatedInvoice;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Written;

/** For whom an invoice is, for which days, and how it hangs together with others. */
final class InvoiceFactsCard extends Card {

    InvoiceFactsCard(InvoiceDetail detail) {
        super(say("desk.facts"));
        var invoice = detail.invoice();
        var agreement = detail.agreement();
        var facts = new Definitions()
                .with(say("desk.contract"), DeskWords.contract(agreement))
                .with(say("desk.holder"), agreement.holder().name())
                .with(say("desk.place"), DeskWords.address(agreement.served()))
                .with(say("desk.kind"), DeskWords.of("kind", invoice.kind()));
        if (invoice.period() != null) {
            facts.with(say("desk.period"), Written.here().capitalised(Written.period(invoice.period())));
        }
        facts.with(say("desk.issued-on"), Written.date(invoice.issuedOn()));
        if (!detail.isCreditNote()) {
            facts.with(say("desk.due-on"), Written.date(invoice.dueOn()));
        }
        facts.with(say("desk.reason"), detail.reason());
        detail.corrects().ifPresent(corrected -> facts.with(say("desk.corrects"), link(corrected)));
        detail.notes()
                .forEach(note -> facts.with(
                        say("desk.credited-on", note.issuedOn(), note.total().negated()), link(note)));
        add(facts);
    }

    private static Anchor link(RelatedInvoice other) {
        return new Anchor(Addresses.invoice(other.id()), other.number());
    }
}
