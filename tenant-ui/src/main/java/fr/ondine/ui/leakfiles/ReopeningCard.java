package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.function.Consumer;

/** Takes a refusal back, for a reason that stays in the file. */
final class ReopeningCard extends Card {

    ReopeningCard(Consumer<String> reopen) {
        super(say("leakfiles.reopen.title"));
        var reason = TextField.text("motif-reouverture", say("leakfiles.reason"))
                .attribute("maxlength", "500")
                .autocomplete("off")
                .required()
                .explains("leaks.reason-missing");
        add(
                new Paragraph(say("leakfiles.reopen.what")),
                new Form(reason, Button.submit(say("leakfiles.reopen")).subdued())
                        .onSubmit(() -> reopen.accept(reason.value())));
    }
}
