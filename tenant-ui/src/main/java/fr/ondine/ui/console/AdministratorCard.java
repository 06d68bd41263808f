package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Invites somebody to administer a utility: the first one, or again one who is locked out. */
final class AdministratorCard extends Card {

    AdministratorCard(
            ManagedFleet fleet, Supplier<CurrentOperator> who, UtilitySummary utility, Consumer<String> changed) {
        super(Words.text("console.administrator"));
        var email = TextField.email("administrator-email", Words.text("console.email"))
                .autocomplete("off")
                .required()
                .explains("kernel.invalid-email");
        var name = TextField.text("administrator-name", Words.text("console.operators.name"))
                .autocomplete("off")
                .required();
        add(
                new Paragraph(Words.text("console.administrator.what")),
                new Form(name, email, Button.submit(Words.text("console.operators.invite"))).onSubmit(() -> {
                    var address = new EmailAddress(email.value());
                    fleet.inviteAdministrator(who.get(), utility.slug(), address, name.value());
                    changed.accept(Words.text("console.administrator.invited", address.value()));
                }));
    }
}
