package fr.ondine.ui.holders;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.HolderDesk;
import fr.ondine.platform.customers.HolderOnFile;
import fr.ondine.ui.readings.ReadingLinks;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import java.util.regex.Pattern;

/** Completes the name and the address of a contract's holder. */
@Route(value = HolderView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed("SERVE")
public class HolderView extends Page implements BeforeEnterObserver {

    static final String ADDRESS = "gestion/titulaire";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final transient HolderDesk desk;
    private final transient SignedInStaff signedIn;
    private final Div told = new Div();
    private final Div content = new Div();

    HolderView(HolderDesk desk, SignedInStaff signedIn) {
        super("holders.title", "");
        this.desk = desk;
        this.signedIn = signedIn;
    }

    /** The way here from a billing run that could not bill the contract. */
    public static String of(AgreementId agreement, UUID run) {
        return "/" + ADDRESS + "?contrat=" + agreement.value() + "&campagne=" + run;
    }

    /** The way here from the account of the contract. */
    public static String of(AgreementId agreement) {
        return "/" + ADDRESS + "?contrat=" + agreement.value() + "&" + ReadingLinks.fromAccount(agreement);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var address = arrival.getLocation().getQueryParameters();
        told.removeAll();
        clear();
        ReadingLinks.back(address, signedIn.get()).ifPresent(back -> add(new Paragraph(back)));
        address.getSingleParameter("contrat")
                .filter(ID.asMatchPredicate())
                .flatMap(id -> desk.find(signedIn.get(), new AgreementId(UUID.fromString(id))))
                .ifPresentOrElse(this::show, () -> arrival.rerouteToError(NotFoundException.class));
        add(column(told, content));
    }

    private void show(HolderOnFile holder) {
        entitle(say("holders.title", holder.number()));
        var form = new HolderForm(holder.entry(), change -> {
            desk.complete(signedIn.get(), holder, change);
            told.removeAll();
            told.add(new Notice(Tone.GOOD, say("holders.done"), say("holders.done.what")).announced());
            desk.find(signedIn.get(), holder.agreement()).ifPresent(this::show);
        });
        var served = holder.served();
        content.removeAll();
        content.add(columns(
                new Card(new Paragraph(say("holders.what")), form).main(),
                new Card(
                        say("holders.served"),
                        new Definitions()
                                .with(say("holders.street"), served.street())
                                .with(say("holders.town"), served.locality()))));
    }
}
