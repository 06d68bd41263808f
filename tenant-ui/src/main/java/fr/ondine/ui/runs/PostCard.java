package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.ui.invoices.FormChoice;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Written;
import java.util.Map;

/** What of the day of a run goes by post, and the file to print it from. */
final class PostCard extends Card {

    PostCard(RunSummary run, Map<InvoiceForm, Long> counts) {
        super(say("runs.post"));
        var day = run.terms().issuedOn();
        if (counts.isEmpty()) {
            add(new Paragraph(say("runs.post.none", Written.date(day))));
            return;
        }
        var list = new UnorderedList();
        counts.forEach((form, many) -> list.add(new ListItem(say("runs.post.of", FormChoice.words(form), many))));
        add(
                new Paragraph(say("runs.post.what", Written.date(day))),
                list,
                ActionLink.secondary("/gestion/factures/a-poster/" + day + ".zip", say("runs.post.file"))
                        .wide()
                        .loaded());
    }
}
