package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.documents.Braille;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.PortalLayout;
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
        add(column(
                new Paragraph(new Anchor(chosen.link("factures"), say("invoices.form.back"))),
                new Card(new FormChoice(
                        forms.of(chosen.user(), chosen.id()),
                        forms.isElectronicOffered(),
                        braille.isInstalled(),
                        form -> forms.choose(chosen.user(), chosen.id(), form)))));
    }
}
