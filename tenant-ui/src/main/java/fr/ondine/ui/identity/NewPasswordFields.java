package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.identity.PasswordRules;
import fr.ondine.ui.shell.TextField;

/** A new password and its confirmation. */
public final class NewPasswordFields extends Div {

    private final TextField chosen;

    public NewPasswordFields(String labelKey) {
        chosen = TextField.password("password", getTranslation(labelKey), "new-password")
                .help(getTranslation("identity.password.help", PasswordRules.LEAST))
                .required()
                .explains(
                        "identity.password-too-short",
                        "identity.password-too-long",
                        "identity.password-too-guessable",
                        "identity.password-too-common");
        var again = TextField.password("password-again", getTranslation("identity.password.again"), "new-password")
                .required()
                .repeats(chosen, getTranslation("identity.password.differs"));
        add(chosen, again);
    }

    public String value() {
        return chosen.value();
    }
}
