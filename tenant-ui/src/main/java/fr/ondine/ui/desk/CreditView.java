package fr.ondine.ui.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.InvoiceDetail;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.ManagedInvoices;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.CreditOrder;
import fr.ondine.platform.credits.CreditOutdated;
import fr.ondine.platform.credits.CreditPreview;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** Takes an invoice back, whole or in part: what it would do is shown before it is done. */
@Route(value = Addresses.CREDIT, layout = StaffLayout.class)
@RolesAllowed("MOVE_MONEY")
class CreditView extends OneInvoicePage {

    private final transient CreditNotes credits;
    private final Div effect = new Div();

    CreditView(ManagedInvoices invoices, CreditNotes credits, SignedInStaff signedIn) {
        super("desk.credit.title", invoices, signedIn);
        effect.addClassName("column");
        this.credits = credits;
    }

    @Override
    boolean show(InvoiceDetail detail, BeforeEnterEvent arrival) {
        var id = detail.invoice().id();
        entitle(say("desk.credit.title", detail.invoice().number()));
        add(back(
                Addresses.invoice(id), say("desk.invoice.back", detail.invoice().number())));
        effect.removeAll();
        try {
            var creditable = credits.creditable(who(), id);
            add(column(new Card(new CreditForm(creditable, order -> preview(id, order))), effect));
        } catch (DomainException refused) {
            add(Notice.plain(Tone.WARN, Texts.refusal(refused)));
        }
        return true;
    }

    private void preview(InvoiceId id, CreditOrder order) {
        effect.removeAll();
        focus(effect(id, order));
    }

    private CreditEffectCard effect(InvoiceId id, CreditOrder order) {
        var seen = credits.preview(who(), id, order);
        var card = new CreditEffectCard(seen, () -> issue(id, order, seen), effect::removeAll);
        effect.add(card);
        return card;
    }

    private void issue(InvoiceId id, CreditOrder order, CreditPreview seen) {
        try {
            var note = credits.issue(who(), id, order, seen);
            UI.getCurrentOrThrow().navigate(Addresses.invoice(note).substring(1), QueryParameters.of("fait", ""));
        } catch (CreditOutdated outdated) {
            refuse(outdated);
            showAnew(id, order);
        } catch (DomainException refused) {
            refuse(refused);
        }
    }

    private void showAnew(InvoiceId id, CreditOrder order) {
        try {
            effect(id, order);
        } catch (DomainException refused) {
            effect.add(Notice.plain(Tone.WARN, Texts.refusal(refused)));
        }
    }

    private void refuse(DomainException refused) {
        effect.removeAll();
        effect.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
    }
}
