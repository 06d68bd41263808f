package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** The way between the pages of a list, which the address keeps; nothing where there is one page. */
final class Turns extends Nav {

    /** {@code address} goes on with the number of a page, the first of which is 1; {@code page} is counted from 0. */
    Turns(String address, int page, boolean hasMore) {
        addClassName("row");
        getElement().setAttribute("aria-label", say("readings.pages"));
        setVisible(page > 0 || hasMore);
        if (page > 0) {
            add(new Anchor(address + page, say("readings.pages.before")));
        }
        add(new Span(say("readings.pages.here", page + 1)));
        if (hasMore) {
            add(new Anchor(address + (page + 2), say("readings.pages.after")));
        }
    }
}
