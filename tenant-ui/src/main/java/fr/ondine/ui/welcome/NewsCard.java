package fr.ondine.ui.welcome;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.tenantconfig.NewsItem;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Written;

/** A piece of the utility's news. */
class NewsCard extends Card {

    NewsCard(NewsItem news) {
        super(Written.typeset(news.title()));
        if (news.publishedOn() != null) {
            var day = new Paragraph(Written.date(news.publishedOn()));
            day.addClassNames("soft", "small");
            add(day);
        }
        add(new Paragraph(Written.typeset(news.text())));
    }
}
