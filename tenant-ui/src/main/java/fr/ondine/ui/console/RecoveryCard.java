package fr.ondine.ui.console;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.util.List;

/** The recovery codes, shown this one time. */
final class RecoveryCard extends Card {

    RecoveryCard(String done, List<String> codes, ActionLink next) {
        var list = new UnorderedList();
        list.addClassName("recovery");
        codes.forEach(code -> list.add(new ListItem(code)));
        add(
                Notice.plain(Tone.GOOD, done).announced(),
                new com.vaadin.flow.component.html.H2(Words.text("console.recovery")),
                new Paragraph(Words.text("console.recovery.what")),
                list,
                next.wide());
    }
}
