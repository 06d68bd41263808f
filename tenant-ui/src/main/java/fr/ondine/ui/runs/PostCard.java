package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.billing.PostTaken;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.ui.invoices.FormChoice;
import fr.ondine.ui.invoices.PostWords;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** What of a run goes by post, and the file to print it from. */
final class PostCard extends Card {

    PostCard(RunSummary run, Map<InvoiceForm, Long> counts, Optional<PostTaken> taken, ZoneId zone) {
        super(say("runs.post"));
        if (counts.isEmpty()) {
            add(new Paragraph(say("runs.post.none")));
            return;
        }
        var list = new UnorderedList();
        counts.forEach((form, many) -> list.add(new ListItem(say("runs.post.of", FormChoice.words(form), many))));
        add(new Paragraph(say("runs.post.what")), list);
        taken.ifPresent(last -> add(new Paragraph(PostWords.taken(last, counts, zone))));
        add(ActionLink.secondary("/" + Addresses.run(run.id()) + "/a-poster.zip", say("runs.post.file"))
                .wide()
                .loaded());
    }
}
