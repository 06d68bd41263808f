package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here yet: says why, and what to do next. */
public class EmptyState extends Card {

    public EmptyState(Icon icon, String heading, String why, Component... next) {
        addClassName("empty");
        add(icon.large(), new H2(heading), new Paragraph(why));
        add(next);
    }
}
