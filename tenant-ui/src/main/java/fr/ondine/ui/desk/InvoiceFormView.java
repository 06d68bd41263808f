package fr.ondine.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.billing.ManagedAccounts;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.documents.Braille;
import fr.ondine.ui.invoices.FormChoice;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** In which form the holder of an agreement gets invoices, as they told staff. */
@Route(value = Addresses.FORM, layout = StaffLayout.class)
@RolesAllowed("SERVE")
class InvoiceFormView extends Page implements BeforeEnterObserver {

    private final transient ManagedAccounts accounts;
    private final transient ChosenForms forms;
    private final transient Braille braille;
    private final transient SignedInStaff signedIn;

    InvoiceFormView(ManagedAccounts accounts, ChosenForms forms, Braille braille, SignedInStaff signedIn) {
        super("desk.form.title", "");
        this.accounts = accounts;
        this.forms = forms;
        this.braille = braille;
        this.signedIn = signedIn;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        Addresses.id(arrival.getRouteParameters().get(Addresses.WHOSE).orElse(""))
                .flatMap(id -> accounts.find(signedIn.get(), new AgreementId(id)))
                .ifPresentOrElse(
                        account -> show(account.agreement()), () -> arrival.rerouteToError(NotFoundException.class));
    }

    private void show(AgreementCard agreement) {
        var id = agreement.id();
        entitle(say("desk.form.title", agreement.number()));
        add(column(
                new Paragraph(
                        new Anchor(Addresses.account(id), agreement.holder().name())),
                new Card(new FormChoice(
                        forms.of(signedIn.get(), id),
                        forms.isElectronicOffered(),
                        braille.isInstalled(),
                        form -> forms.choose(signedIn.get(), id, form)))));
    }
}
