package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.documents.Braille;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** In which form a subscriber gets the invoices of a contract. */
@Route(value = FormView.PATH, layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class FormView extends ContractPage {

    static final String PATH = "factures/envoi";

    private final transient ChosenForms forms;
    private final transient Braille braille;

    FormView(Contracts contracts, ChosenForms forms, Braille braille) {
        super(contracts, "invoices.form.title");
        this.forms = forms;
        this.braille = braille;
        narrow();
    }

    @Override
    protected void show(ChosenContract chosen) {
        var told = new Div();
        if (forms.isPostedAllTheSame(chosen.user(), chosen.id())) {
            told.add(new Notice(
                    Tone.WARN,
                    say("invoices.form.posted"),
                    new Paragraph(say("invoices.form.posted.what")),
                    new Paragraph(new Anchor("/mon-compte", say("invoices.form.posted.account")))));
        }
        add(column(
                new Paragraph(new Anchor(chosen.link("factures"), say("invoices.form.back"))),
                told,
                new Card(new FormChoice(
                        forms.of(chosen.user(), chosen.id()),
                        forms.isElectronicOffered(),
                        braille.isInstalled(),
                        form -> forms.choose(chosen.user(), chosen.id(), form)))));
    }
}
