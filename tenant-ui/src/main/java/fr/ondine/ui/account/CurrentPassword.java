package fr.ondine.ui.account;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.TextField;

/** The field that asks once more for the password of the person who is signed in. */
final class CurrentPassword {

    private CurrentPassword() {}

    static TextField field() {
        return field("current-password");
    }

    /** The same where a page has several. */
    static TextField field(String name) {
        return TextField.password(name, I18NProvider.translate("account.current-password"), "current-password")
                .required()
                .explains("identity.wrong-password");
    }
}
