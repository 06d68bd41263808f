package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;

/** Chooses what is done to a utility, with the reason that is written down. */
final class StateForm extends Div {

    StateForm(UtilitySummary utility, Chosen chosen) {
        var acts = UtilityAct.of(utility);
        if (acts.isEmpty()) {
            return;
        }
        var act = new Choice<>("act", Words.text("console.act"), acts, each -> Words.text("console.act." + each.key()));
        var reason = TextField.text("reason", Words.text("console.reason"))
                .help(Words.text("console.reason.help"))
                .required();
        add(new Form(act, reason, Button.submit(Words.text("console.act.send")))
                .onSubmit(() -> chosen.act(utility, act.value(), reason.value())));
    }

    interface Chosen {
        void act(UtilitySummary utility, UtilityAct act, String reason);
    }
}
