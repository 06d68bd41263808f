package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A part of a page, in a frame. */
public class Card extends Section {

    public Card(Component... content) {
        super(content);
        addClassName("card");
    }

    public Card(String heading, Component... content) {
        this(new H2(heading));
        add(content);
    }

    /** A card whose heading has something at its other end: a pill, a link. */
    public static Card headed(String heading, Component aside, Component... content) {
        var head = new Div(new H2(heading), aside);
        head.addClassNames("row", "spread");
        var card = new Card(head);
        card.add(content);
        return card;
    }

    /** The one card that matters on its page. */
    public Card main() {
        addClassName("main");
        return this;
    }
}
