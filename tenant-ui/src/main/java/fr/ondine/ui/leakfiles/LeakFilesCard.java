package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.List;

/** The files of leaks of an agreement, the latest first, each with how far it has come. */
public final class LeakFilesCard extends Card {

    public LeakFilesCard(List<LeakFile> files, LocalDate today) {
        super(say("leakfiles.title"));
        var list = new UnorderedList();
        files.forEach(file -> list.add(new ListItem(row(file, today))));
        add(list);
    }

    private static Div row(LeakFile file, LocalDate today) {
        var read = Written.shortDate(file.used().until());
        var row = new Div(
                new Anchor(Addresses.file(file.id()), say("leakfiles.read-on", read)), LeakWording.pill(file, today));
        row.addClassNames("row", "spread");
        return row;
    }
}
