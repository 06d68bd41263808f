package fr.ondine.ui.welcome;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.tenantconfig.NewsItem;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.French;

/** A piece of the utility's news. */
class NewsCard extends Card {

    NewsCard(NewsItem news) {
        super(French.typeset(news.title()));
        if (news.publishedOn() != null) {
            var day = new Paragraph(French.date(news.publishedOn()));
            day.addClassNames("soft", "small");
            add(day);
        }
        add(new Paragraph(French.typeset(news.text())));
    }
}
