package fr.ondine.ui.identity;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.TextField;

/** The field that names an account. */
final class Emails {

    static final String NAME = "email";

    private Emails() {}

    static TextField field() {
        return TextField.email(NAME, I18NProvider.translate("identity.email"))
                .autocomplete("username")
                .required()
                .explains("kernel.invalid-email");
    }
}
