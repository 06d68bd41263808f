package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.operators.OperatorPasswords;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;

/** A new password of an operator, typed twice. */
final class PasswordFields extends Div {

    private final TextField chosen = TextField.password("fresh", Words.text("console.password.new"), "new-password")
            .help(Words.text("console.password.help", OperatorPasswords.LEAST))
            .required()
            .explains(
                    "operators.password-too-short", "operators.password-too-long", "operators.password-too-guessable");
    private final TextField again = TextField.password(
                    "fresh-again", Words.text("console.password.again"), "new-password")
            .required();

    PasswordFields() {
        add(chosen, again);
    }

    String value() {
        return chosen.value();
    }

    boolean agreeIn(Form form) {
        var agree = chosen.value().equals(again.value());
        if (!agree) {
            form.refuse(again, Words.text("console.password.differs"));
        }
        return agree;
    }
}
