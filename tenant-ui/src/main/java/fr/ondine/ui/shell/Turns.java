package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** The way between the pages of a list, which the address keeps; nothing where there is one page. */
public final class Turns extends Nav {

    /** {@code address} goes on with the number of a page, the first of which is 1; {@code page} is counted from 0. */
    public Turns(String address, int page, boolean hasMore) {
        addClassName("row");
        getElement().setAttribute("aria-label", getTranslation("shell.pages"));
        setVisible(page > 0 || hasMore);
        if (page > 0) {
            add(new Anchor(address + page, getTranslation("shell.pages.before")));
        }
        add(new Span(getTranslation("shell.pages.here", page + 1)));
        if (hasMore) {
            add(new Anchor(address + (page + 2), getTranslation("shell.pages.after")));
        }
    }
}
