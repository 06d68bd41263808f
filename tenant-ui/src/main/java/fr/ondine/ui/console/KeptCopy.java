package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.function.Consumer;

/** What a utility left on a database when it moved away, to be deleted by typing the utility's name. */
final class KeptCopy extends Card {

    KeptCopy(UtilitySummary utility, String cluster, Consumer<String> deletion) {
        super(Words.text("console.move.copy", cluster));
        var name = TextField.text("name-" + cluster, Words.text("console.deletion.name", UtilityPage.name(utility)))
                .autocomplete("off")
                .required()
                .explains("fleet.deletion-wrong-name");
        var button = Button.submit(Words.text("console.move.copy.delete")).wide();
        button.addClassName("danger");
        add(
                new Paragraph(Words.text("console.move.copy.what")),
                new Form(name, button).onSubmit(() -> deletion.accept(name.value())));
    }
}
