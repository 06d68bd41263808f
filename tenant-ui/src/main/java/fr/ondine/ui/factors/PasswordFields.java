package fr.ondine.ui.factors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.factors.StrongPasswords;
import fr.ondine.ui.shell.TextField;

/** A new password, typed twice. */
public final class PasswordFields extends Div {

    private final TextField chosen = TextField.password(
                    "fresh", I18NProvider.translate("console.password.new"), "new-password")
            .help(I18NProvider.translate("console.password.help", StrongPasswords.LEAST))
            .required()
            .explains(
                    "factors.password-too-short",
                    "factors.password-too-long",
                    "factors.password-too-guessable",
                    "factors.password-too-common");
    private final TextField again = TextField.password(
                    "fresh-again", I18NProvider.translate("console.password.again"), "new-password")
            .required()
            .repeats(chosen, I18NProvider.translate("console.password.differs"));

    public PasswordFields() {
        add(chosen, again);
    }

    public String value() {
        return chosen.value();
    }
}
