package fr.ondine.ui.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A label, its help, a native control and the sentence that says what is wrong with it. The person's input stays. */
@Tag("div")
public abstract class Field extends HtmlContainer {

    private final String name;
    private final String label;
    private final Span help = new Span();
    private final Span error = new Span();
    private final Set<String> codes = new HashSet<>();

    /** {@code name} is the control's id and name, unique on its page. */
    Field(String name, String label) {
        this.name = name;
        this.label = label;
        addClassName("field");
        named(help, "help");
        named(error, "error");
    }

    /** The element that the person fills. */
    abstract Element control();

    /** Whether the person must fill it and has not. */
    abstract boolean isMissing();

    /** What is wrong with it before the domain is asked, as a sentence. */
    Optional<String> fault() {
        return isMissing() ? Optional.of(getTranslation("shell.field.missing", label)) : Optional.empty();
    }

    /** Takes what the person typed, as the form sent it; null when the control sent nothing. */
    abstract void typed(@org.jspecify.annotations.Nullable String text);

    final void build(Element... parts) {
        control().setAttribute("id", name).setAttribute("name", name);
        getElement().appendChild(labelled());
        getElement().appendChild(help.getElement());
        getElement().appendChild(parts);
        getElement().appendChild(error.getElement());
    }

    final Element labelled() {
        return new Element("label").setAttribute("for", name).setText(label);
    }

    /** What helps to fill it, read with the label; nothing when it is empty. */
    public Field help(String sentence) {
        help.setText(sentence);
        help.setVisible(!sentence.isEmpty());
        described();
        return this;
    }

    /** Refusals of the domain that are about this field: their sentence is shown beside it. */
    public Field explains(String... refusalCodes) {
        codes.addAll(Set.of(refusalCodes));
        return this;
    }

    final boolean isAbout(String refusalCode) {
        return codes.contains(refusalCode);
    }

    final String label() {
        return label;
    }

    public String name() {
        return name;
    }

    final void refuse(String sentence) {
        error.setText(sentence);
        error.setVisible(true);
        addClassName("bad");
        control().setAttribute("aria-invalid", "true");
        described();
    }

    final void accept() {
        error.setVisible(false);
        removeClassName("bad");
        control().removeAttribute("aria-invalid");
        described();
    }

    private void named(Span text, String role) {
        text.setId(name + "-" + role);
        text.addClassName(role);
        text.setVisible(false);
    }

    private void described() {
        var ids = Stream.of(help, error)
                .filter(Span::isVisible)
                .map(text -> text.getId().orElseThrow())
                .collect(Collectors.joining(" "));
        if (ids.isEmpty()) {
            control().removeAttribute("aria-describedby");
        } else {
            control().setAttribute("aria-describedby", ids);
        }
    }
}
