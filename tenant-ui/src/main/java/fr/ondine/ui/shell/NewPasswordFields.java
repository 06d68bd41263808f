package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Div;

/** A new password, typed twice: a subscriber's, or that of somebody who works here. */
public final class NewPasswordFields extends Div {

    private final TextField chosen;

    /** {@code least} is how many characters it must have at least. */
    public NewPasswordFields(String labelKey, int least) {
        chosen = TextField.password("new-password", getTranslation(labelKey), "new-password")
                .help(getTranslation("shell.new-password.help", least))
                .required()
                .explains(
                        "identity.password-too-short",
                        "identity.password-too-long",
                        "identity.password-too-guessable",
                        "identity.password-too-common",
                        "factors.password-too-short",
                        "factors.password-too-long",
                        "factors.password-too-guessable",
                        "factors.password-too-common");
        var again = TextField.password("new-password-again", getTranslation("shell.new-password.again"), "new-password")
                .required()
                .repeats(chosen, getTranslation("shell.new-password.differs"));
        add(chosen, again);
    }

    public String value() {
        return chosen.value();
    }
}
