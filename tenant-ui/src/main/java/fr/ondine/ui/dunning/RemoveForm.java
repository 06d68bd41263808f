package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.reminders.BatchLetter;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import java.util.function.Consumer;

/** Leaves somebody out of a batch, with the reason, which is asked for once that is wanted. */
final class RemoveForm extends Div {

    private final transient BatchLetter letter;
    private final transient Consumer<String> remove;

    RemoveForm(BatchLetter letter, Consumer<String> remove) {
        this.letter = letter;
        this.remove = remove;
        var open = Button.secondary(say("dunning.remove")).little().onPress(this::ask);
        open.getElement().setAttribute("aria-label", say("dunning.remove.of", letter.contract()));
        add(open);
    }

    private void ask() {
        removeAll();
        var reason = TextField.text("motif-" + letter.id().value(), say("dunning.remove.reason"))
                .attribute("maxlength", "300")
                .autocomplete("off")
                .required();
        var form = new Form(reason, Button.submit(say("dunning.remove.sure")).subdued());
        add(form.onSubmit(() -> remove.accept(reason.value())));
        Page.focusField(reason);
    }
}
