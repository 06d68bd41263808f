package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.identity.PasswordRules;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;

/** A new password and its confirmation, in a {@link Form}. */
public final class NewPasswordFields extends Div {

    private final TextField chosen;
    private final TextField again;

    public NewPasswordFields(String labelKey) {
        chosen = TextField.password("password", getTranslation(labelKey), "new-password")
                .help(getTranslation("identity.password.help", PasswordRules.LEAST))
                .required()
                .explains(
                        "identity.password-too-short",
                        "identity.password-too-long",
                        "identity.password-too-guessable",
                        "identity.password-too-common");
        again = TextField.password("password-again", getTranslation("identity.password.again"), "new-password")
                .required();
        add(chosen, again);
    }

    public String value() {
        return chosen.value();
    }

    /** Whether both are the same; when they are not, the form says so beside the second. */
    public boolean agreeIn(Form form) {
        var agree = chosen.value().equals(again.value());
        if (!agree) {
            form.refuse(again, getTranslation("identity.password.differs"));
        }
        return agree;
    }
}
