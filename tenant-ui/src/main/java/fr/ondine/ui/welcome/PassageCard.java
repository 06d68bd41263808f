package fr.ondine.ui.welcome;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.tenantconfig.Passage;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Steps;
import fr.ondine.ui.shell.Written;

/** A titled text of the utility, with its steps numbered. */
class PassageCard extends Card {

    PassageCard(Passage passage) {
        super(Written.typeset(passage.title()));
        passage.paragraphs().forEach(paragraph -> add(new Paragraph(Written.typeset(paragraph))));
        if (!passage.steps().isEmpty()) {
            add(new Steps(passage.steps()));
        }
    }
}
