package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Terms and their values, one under the other; a value that is not known is left out, line breaks are kept. */
@Tag("dl")
public class Definitions extends HtmlContainer {

    public Definitions with(String term, @Nullable String value) {
        return value == null || value.isBlank() ? this : with(term, written(value));
    }

    /** A value; an e-mail address too long for its line goes on after its {@code @}, not amid a word. */
    public static Span written(String value) {
        var parts = value.split("(?<=@)", 2);
        var text = new Span(parts[0]);
        if (parts.length > 1) {
            text.add(new HtmlContainer("wbr"), new Text(parts[1]));
        }
        return text;
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
