package fr.ondine.ui.welcome;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.tenantconfig.Notice;
import fr.ondine.tenantconfig.Passage;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Steps;
import fr.ondine.ui.shell.Written;

/** What every visitor must know now; each part unfolds, so that the page stays short. */
class NoticeCard extends Card {

    NoticeCard(Notice notice) {
        super(Written.typeset(notice.title()));
        addClassName("told");
        notice.introduction().forEach(paragraph -> add(new Paragraph(Written.typeset(paragraph))));
        notice.parts().forEach(part -> add(folded(part)));
    }

    private static NativeDetails folded(Passage part) {
        var details = new NativeDetails(Written.typeset(part.title()));
        var text = new Div();
        part.paragraphs().forEach(paragraph -> text.add(new Paragraph(Written.typeset(paragraph))));
        if (!part.steps().isEmpty()) {
            text.add(new Steps(part.steps()));
        }
        details.setContent(text);
        return details;
    }
}
