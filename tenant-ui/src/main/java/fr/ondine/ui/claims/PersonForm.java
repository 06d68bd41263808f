package fr.ondine.ui.claims;

import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PasswordRules;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.TextField;
import java.util.List;
import java.util.function.Consumer;

/** Who the person is and with what they will sign in. It is empty: a proof that is no secret must not fill in a name. */
class PersonForm extends Form {

    private static final List<String> TITLES = List.of("none", "mrs", "mr");

    private final Choice<String> title =
            new Choice<>("civilite", getTranslation("claims.person.title"), TITLES, this::words);
    private final TextField lastName = TextField.text("nom", getTranslation("claims.person.last-name"))
            .autocomplete("family-name")
            .required();
    private final TextField firstName =
            TextField.text("prenom", getTranslation("claims.person.first-name")).autocomplete("given-name");
    private final TextField email = TextField.email("email", getTranslation("claims.person.email"))
            .autocomplete("username")
            .help(getTranslation("claims.person.email.help"))
            .required()
            .explains("kernel.invalid-email");
    private final NewPasswordFields password = new NewPasswordFields("claims.person.password", PasswordRules.LEAST);

    PersonForm(PasswordRules rules, Consumer<NewAccount> next) {
        password.judgedBy(PasswordRules.LEAST, rules::check);
        add(
                title,
                lastName,
                firstName,
                email,
                password,
                Button.submit(getTranslation("claims.person.send")).wide());
        onSubmit(() -> {
            next.accept(new NewAccount(new EmailAddress(email.value()), password.value(), name()));
        });
    }

    private PersonName name() {
        var said = title.value().equals(TITLES.getFirst()) ? null : words(title.value());
        return new PersonName(said, firstName.value(), lastName.value());
    }

    private String words(String key) {
        return getTranslation("claims.person.title." + key);
    }
}
