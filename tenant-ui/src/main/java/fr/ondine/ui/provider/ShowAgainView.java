package fr.ondine.ui.provider;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.Presence;
import fr.ondine.platform.provider.ProviderClients;
import fr.ondine.ui.account.Confirmations;
import fr.ondine.ui.security.ProgramQuestion;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import jakarta.annotation.security.RolesAllowed;

/** Has who is signed in show once more that it is they, since a program wants to know; then it is answered. */
@Route(value = "autorisation/identite", layout = PublicLayout.class)
@RolesAllowed("SUBSCRIBER")
class ShowAgainView extends Page implements BeforeEnterObserver {

    private final transient ProviderClients programs;
    private final transient SignedIn signedIn;
    private final transient Confirmations confirmations;
    private final transient Presence presence;

    ShowAgainView(ProviderClients programs, SignedIn signedIn, Confirmations confirmations, Presence presence) {
        super("provider.again.title");
        this.programs = programs;
        this.signedIn = signedIn;
        this.confirmations = confirmations;
        this.presence = presence;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var question = SignedIn.asked();
        var program = question.flatMap(ProgramQuestion::client).flatMap(programs::nameOf);
        if (program.isEmpty()) {
            arrival.rerouteToError(NotFoundException.class);
            return;
        }
        ask(program.get(), question.get());
    }

    private void ask(String program, ProgramQuestion question) {
        var confirming = confirmations.before(OwnerAct.ANSWER_PROGRAM);
        var form = new Form(
                        confirming.place(),
                        Button.submit(say("provider.again.go-on")).wide())
                .onSubmit(() -> {
                    var user = signedIn.user();
                    confirming.confirmed(
                            password -> presence.show(user, password), proof -> presence.show(user, proof));
                    UI.getCurrent().getPage().setLocation(question.address());
                });
        add(column(
                new Card(
                        new Paragraph(say("provider.again.wants", program)),
                        new Paragraph(
                                say("provider.consent.account", signedIn.user().address())),
                        confirming.before(form)),
                new Card(
                        say("provider.again.another"),
                        new Paragraph(say("provider.again.another.how")),
                        Button.secondary(say("provider.again.sign-out")).wide().onPress(signedIn::signOut))));
    }
}
