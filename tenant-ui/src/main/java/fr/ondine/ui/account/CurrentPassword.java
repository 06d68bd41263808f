package fr.ondine.ui.account;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.TextField;

/** The field that asks once more for the password of the person who is signed in. */
final class CurrentPassword {

    private CurrentPassword() {}

    static TextField field() {
        return TextField.password(
                        "current-password", I18NProvider.translate("account.current-password"), "current-password")
                .required()
                .explains("identity.wrong-password");
    }
}
