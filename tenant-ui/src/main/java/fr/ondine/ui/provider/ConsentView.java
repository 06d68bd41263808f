package fr.ondine.ui.provider;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ProviderClients;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;

/** Asks a subscriber whether a program may have what it wants of them; nothing is given before they press. */
@Route(value = "autorisation", layout = PublicLayout.class)
@RolesAllowed("SUBSCRIBER")
class ConsentView extends Page implements BeforeEnterObserver {

    private static final String ANSWER = "/oauth2/authorize";

    private final transient ProviderClients programs;
    private final transient SignedIn signedIn;

    ConsentView(ProviderClients programs, SignedIn signedIn) {
        super("provider.consent.title");
        this.programs = programs;
        this.signedIn = signedIn;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var asked = arrival.getLocation().getQueryParameters();
        var client = asked.getSingleParameter("client_id").orElse("");
        var state = asked.getSingleParameter("state").orElse("");
        var wanted = scopes(asked.getSingleParameter("scope").orElse(""));
        var name = programs.nameOf(client);
        if (name.isEmpty() || wanted.isEmpty()) {
            arrival.rerouteToError(NotFoundException.class);
            return;
        }
        clear();
        ask(name.get(), client, state, wanted);
    }

    private void ask(String name, String client, String state, List<ClientScope> wanted) {
        var all = new UnorderedList();
        wanted.stream().map(scope -> new ListItem(words(scope))).forEach(all::add);
        var agree = new Form(hidden("client_id", client), hidden("state", state));
        wanted.forEach(scope -> agree.add(hidden("scope", scope.word())));
        agree.add(Button.submit(say("provider.consent.agree")).wide());
        var refuse = new Form(
                hidden("client_id", client),
                hidden("state", state),
                Button.submit(say("provider.consent.refuse")).subdued().wide());
        add(column(new Card(
                say("provider.consent.wants", name),
                all,
                new Paragraph(say("provider.consent.account", signedIn.user().address())),
                new Paragraph(say("provider.consent.means")),
                agree.posts(ANSWER),
                refuse.posts(ANSWER))));
    }

    /** What a program that has it may do, as its owner reads it. */
    static String words(ClientScope scope) {
        return I18NProvider.translate("provider.scope." + scope.word().replace(':', '-'));
    }

    private static List<ClientScope> scopes(String words) {
        var asked = Arrays.asList(words.split(" "));
        return ClientScope.of(ClientKind.APPLICATION).stream()
                .filter(scope -> asked.contains(scope.word()))
                .toList();
    }

    private static Input hidden(String name, String value) {
        var input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name).setAttribute("value", value);
        return input;
    }
}
