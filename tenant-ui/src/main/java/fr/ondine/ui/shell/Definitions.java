package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Terms and their values, one under the other; a value that is not known is left out, line breaks are kept. */
@Tag("dl")
public class Definitions extends HtmlContainer {

    public Definitions with(String term, @Nullable String value) {
        return value == null || value.isBlank() ? this : with(term, new Span(value));
    }

    public Definitions with(String term, Component value) {
        var name = new HtmlContainer("dt");
        name.setText(term);
        add(new Div(name, new HtmlContainer("dd", value)));
        return this;
    }

    /** Several terms beside each other where the screen is wide enough. */
    public Definitions wide() {
        addClassName("wide");
        return this;
    }
}
