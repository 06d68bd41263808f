package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** What to do, numbered, in order. */
public class Steps extends OrderedList {

    public Steps(List<String> steps) {
        addClassName("steps");
        steps.forEach(step -> add(new ListItem(new Span(Written.typeset(step)))));
    }
}
