package fr.ondine.ui.factors;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.util.List;

/** The recovery codes, shown this one time. */
public final class RecoveryCard extends Card {

    public RecoveryCard(String done, List<String> codes, ActionLink next) {
        var list = new UnorderedList();
        list.addClassName("recovery");
        codes.forEach(code -> list.add(new ListItem(code)));
        add(
                Notice.plain(Tone.GOOD, done).announced(),
                new com.vaadin.flow.component.html.H2(I18NProvider.translate("console.recovery")),
                new Paragraph(I18NProvider.translate("console.recovery.what")),
                list,
                next.wide());
    }
}
