package fr.ondine.ui.claims;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.ClaimKeyDesk;
import fr.ondine.platform.customers.ClaimKeyFile;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import java.util.regex.Pattern;

/** The claim key of one agreement, for those who look after subscribers. */
@Route(value = "gestion/comptes/:contrat/cle", layout = StaffLayout.class)
@RolesAllowed("SERVE")
class ClaimKeyView extends Page implements BeforeEnterObserver {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final transient ClaimKeyDesk desk;
    private final transient SignedInStaff signedIn;

    ClaimKeyView(ClaimKeyDesk desk, SignedInStaff signedIn) {
        super("claims.key.page");
        this.desk = desk;
        this.signedIn = signedIn;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var named = arrival.getRouteParameters().get("contrat").orElse("");
        try {
            var id = new AgreementId(UUID.fromString(ID.matcher(named).matches() ? named : new UUID(0, 0).toString()));
            desk.file(signedIn.get(), id)
                    .ifPresentOrElse(file -> show(id, file), () -> arrival.rerouteToError(NotFoundException.class));
        } catch (UnknownAgreement nobodys) {
            arrival.rerouteToError(NotFoundException.class);
        }
    }

    private void show(AgreementId agreement, ClaimKeyFile file) {
        clear();
        entitle(say("claims.key.of", file.number()));
        add(column(
                new Paragraph(new Anchor("/gestion/comptes/" + agreement.value(), say("claims.key.back"))),
                new ClaimKeyCard(desk, signedIn.get(), agreement, file)));
    }
}
