package fr.ondine.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;

/** How the person wants to be addressed. */
@Route(value = "mon-compte/nom", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class NameView extends Page {

    private final transient SignedIn signedIn;
    private final transient Profiles profiles;
    private final Choice<String> title;
    private final TextField firstName;
    private final TextField lastName;

    NameView(SignedIn signedIn, Profiles profiles) {
        super("account.name.title");
        this.signedIn = signedIn;
        this.profiles = profiles;
        narrow();
        var name = profiles.of(signedIn.user().userId()).name();
        title = new Choice<>(
                "title",
                say("account.name.salutation"),
                List.of("", say("account.name.madam"), say("account.name.sir")),
                word -> word.isEmpty() ? say("account.name.none") : word);
        firstName = TextField.text("given-name", say("account.name.first")).autocomplete("given-name");
        lastName = TextField.text("family-name", say("account.name.last")).autocomplete("family-name");
        prefill(name);
        add(column(
                new Card(new Form(
                                title,
                                firstName,
                                lastName,
                                Button.submit(say("account.save")).wide())
                        .onSubmit(this::save)),
                ActionLink.secondary("/mon-compte", say("account.back")).wide()));
    }

    private void prefill(PersonName name) {
        var known = Objects.requireNonNullElse(name.title(), "");
        if (known.equals(say("account.name.madam")) || known.equals(say("account.name.sir"))) {
            title.initially(known);
        }
        firstName.initially(Objects.requireNonNullElse(name.firstName(), ""));
        lastName.initially(Objects.requireNonNullElse(name.lastName(), ""));
    }

    private void save() {
        var user = signedIn.user();
        signedIn.become(profiles.rename(user, new PersonName(title.value(), firstName.value(), lastName.value())));
        UI.getCurrentOrThrow().navigate("mon-compte");
    }
}
