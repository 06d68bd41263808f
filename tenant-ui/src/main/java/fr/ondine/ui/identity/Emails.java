package fr.ondine.ui.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.kernel.EmailAddress;
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

    /** The account's that a form is about, which goes with it and is not asked for; password managers keep it too. */
    static Component known(EmailAddress account) {
        return new Known(account);
    }

    @Tag("input")
    private static final class Known extends Component {

        private Known(EmailAddress account) {
            getElement()
                    .setAttribute("type", "email")
                    .setAttribute("name", NAME)
                    .setAttribute("autocomplete", "username")
                    .setAttribute("value", account.value())
                    .setAttribute("readonly", "")
                    .setAttribute("hidden", "");
        }
    }
}
