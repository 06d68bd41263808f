package fr.ondine.ui.claimfiles;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.ClaimFile;
import fr.ondine.platform.customers.ClaimRefusal;
import fr.ondine.platform.customers.ClaimsToDecide;
import fr.ondine.platform.customers.SeenAccount;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One claim: what was given beside what is on file, and the decision. */
@Route(value = ClaimsView.ADDRESS + "/:demande", layout = StaffLayout.class)
@RolesAllowed("SERVE")
class ClaimFileView extends Page implements BeforeEnterObserver {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final transient ClaimsToDecide claims;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;

    ClaimFileView(ClaimsToDecide claims, SignedInStaff signedIn, Clock clock) {
        super("claimfiles.one", "");
        this.claims = claims;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        arrival.getRouteParameters()
                .get("demande")
                .filter(ID.asMatchPredicate())
                .flatMap(id -> claims.find(signedIn.get(), UUID.fromString(id)))
                .ifPresentOrElse(this::show, () -> arrival.rerouteToError(NotFoundException.class));
    }

    private void show(ClaimFile file) {
        entitle(say("claimfiles.one", file.claim().number()));
        add(back(), columns(column(given(file), onFile(file)), column(accept(file), refuse(file))));
    }

    private Card given(ClaimFile file) {
        var claim = file.claim();
        return new Card(
                say("claimfiles.given.title"),
                new Definitions()
                        .with(say("claimfiles.claimant"), claim.claimant())
                        .with(say("claimfiles.claimant.name"), file.claimantName())
                        .with(
                                say("claimfiles.claimant.account"),
                                say(file.isActivated() ? "claimfiles.activated" : "claimfiles.not-activated"))
                        .with(say("claimfiles.typed"), file.typed())
                        .with(say("claimfiles.given"), ClaimWords.given(claim))
                        .with(say("claimfiles.since"), Written.here().shortMoment(claim.createdAt(), clock.getZone())));
    }

    private Card onFile(ClaimFile file) {
        var served = file.served();
        return new Card(
                say("claimfiles.on-file.title"),
                new Definitions()
                        .with(
                                say("claimfiles.contract"),
                                new Anchor(
                                        "/gestion/comptes/" + file.agreement().value(),
                                        file.claim().number()))
                        .with(say("claimfiles.holder"), file.claim().holder())
                        .with(say("claimfiles.phones"), String.join(", ", file.phones()))
                        .with(say("claimfiles.postal"), file.postal())
                        .with(say("claimfiles.served"), served.street() + ", " + served.locality())
                        .with(say("claimfiles.accounts"), accounts(file)));
    }

    private String accounts(ClaimFile file) {
        return file.accounts().isEmpty()
                ? say("claimfiles.accounts.none")
                : file.accounts().stream().map(SeenAccount::email).collect(Collectors.joining(", "));
    }

    private Card accept(ClaimFile file) {
        var what = file.isActivated() ? "claimfiles.accept.what" : "claimfiles.accept.what.later";
        return new Card(
                say("claimfiles.accept.title"),
                new Paragraph(say(what, file.claim().claimant())),
                Button.primary(say("claimfiles.accept"))
                        .onPress(() -> decide(
                                () -> claims.accept(signedIn.get(), file.claim().id()), "claimfiles.accepted", file)));
    }

    private Card refuse(ClaimFile file) {
        var why = new Choice<>("motif", say("claimfiles.refusal"), List.of(ClaimRefusal.values()), ClaimWords::reason);
        var form = new Form(why, Button.submit(say("claimfiles.refuse")).subdued())
                .onSubmit(() -> decide(
                        () -> claims.refuse(signedIn.get(), file.claim().id(), why.value()),
                        "claimfiles.refused",
                        file));
        return new Card(say("claimfiles.refuse.title"), new Paragraph(say("claimfiles.refuse.what")), form);
    }

    /** Whoever was second reads that somebody else decided, and finds what is left in the list. */
    private void decide(Runnable decision, String done, ClaimFile file) {
        Notice told;
        try {
            decision.run();
            told = Notice.plain(Tone.GOOD, say(done, file.claim().claimant()));
        } catch (DomainException decided) {
            told = Notice.plain(Tone.WARN, Texts.refusal(decided));
        }
        clear();
        add(column(new Div(told.announced()), back()));
    }

    private Paragraph back() {
        return new Paragraph(new Anchor("/" + ClaimsView.ADDRESS, say("claimfiles.back")));
    }
}
