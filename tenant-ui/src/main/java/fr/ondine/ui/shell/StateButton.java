package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The button by which people know one of the State's doors (FranceConnect, ProConnect) everywhere, and the question below it. */
public abstract class StateButton extends Div {

    private final Anchor button;

    /**
     * @param texts what the keys of its words begin with
     * @param start where it leads
     * @param whatItIs where its question is answered
     */
    protected StateButton(String texts, String start, String whatItIs) {
        addClassName("state-button");
        button = new Anchor(start);
        button.addClassName("go");
        // the browser leaves the portal: its pages have no part in it
        button.setRouterIgnore(true);
        var login = new Span(getTranslation(texts + ".login"));
        var brand = new Span(getTranslation(texts + ".brand"));
        brand.addClassName("name");
        button.add(login, new Span(" "), brand);
        var question = new Anchor(whatItIs, getTranslation(texts + ".what"));
        question.setTarget("_blank");
        question.getElement()
                .setAttribute("rel", "noopener external")
                .setAttribute("title", getTranslation(texts + ".what.title"));
        add(new Paragraph(getTranslation(texts + ".purpose")), button, new Paragraph(question));
    }

    /** Shows the State's own picture, of that name in the style sheet, in the place of the written words. */
    protected final void picture(String name, boolean isThere) {
        button.setClassName(name, isThere);
    }

    /** What stands between it and the other way in. */
    protected static Paragraph between(String words) {
        var or = new Paragraph(words);
        or.addClassName("or");
        return or;
    }
}
