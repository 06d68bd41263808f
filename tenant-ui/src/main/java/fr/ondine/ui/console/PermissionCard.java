package fr.ondine.ui.console;

import fr.ondine.platform.operators.OperatorSummary;
import fr.ondine.platform.operators.Permission;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import java.util.List;
import java.util.function.Consumer;

/** Chooses another permission for an operator. */
final class PermissionCard extends Card {

    PermissionCard(OperatorSummary operator, Consumer<Permission> chosen) {
        super(Words.text("console.operators.allow.title", operator.name()));
        var permission = new Choice<>(
                        "another-permission",
                        Words.text("console.operators.allow.permission"),
                        List.of(Permission.values()),
                        Words::permission)
                .initially(operator.permission());
        permission.help(Words.text("console.operators.allow.help"));
        add(new Form(permission, Button.submit(Words.text("console.operators.allow.send")))
                .onSubmit(() -> chosen.accept(permission.value())));
    }
}
