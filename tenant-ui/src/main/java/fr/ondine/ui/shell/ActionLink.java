package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Anchor;

/** A link that looks like a button, for an action that is a page of its own. */
public class ActionLink extends Anchor {

    private ActionLink(String href, String text, String... classNames) {
        super(href, text);
        addClassName("button");
        addClassNames(classNames);
    }

    public static ActionLink primary(String href, String text) {
        return new ActionLink(href, text);
    }

    public static ActionLink secondary(String href, String text) {
        return new ActionLink(href, text, "second");
    }

    /** As wide as its card. */
    public ActionLink wide() {
        addClassName("wide");
        return this;
    }

    /** Leaves the portal's own pages: the browser loads it. */
    public ActionLink loaded() {
        setRouterIgnore(true);
        return this;
    }
}
