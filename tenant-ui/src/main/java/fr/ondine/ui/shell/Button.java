package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.NativeButton;

/** A button; one primary on a page, and it shows that it works when the answer takes over a second (portal.js). */
public class Button extends NativeButton {

    private Button(String text, String... classNames) {
        super(text);
        getElement().setAttribute("type", "button");
        addClassName("button");
        addClassNames(classNames);
    }

    public static Button primary(String text) {
        return new Button(text);
    }

    public static Button secondary(String text) {
        return new Button(text, "second");
    }

    /** For what cannot be undone. */
    public static Button danger(String text) {
        return new Button(text, "danger");
    }

    /** Looks like a link, for the lesser way out. */
    public static Button link(String text) {
        return new Button(text, "link");
    }

    /** The button that Enter presses in its form. */
    public static Button submit(String text) {
        var button = new Button(text);
        button.getElement().setAttribute("type", "submit");
        return button;
    }

    /** The same where the page has another main action. */
    public Button subdued() {
        addClassName("second");
        return this;
    }

    public Button wide() {
        addClassName("wide");
        return this;
    }

    public Button little() {
        addClassName("little");
        return this;
    }

    /** Runs {@code action} on each press; a second press while the first is worked on does nothing. */
    public Button onPress(Runnable action) {
        addClickListener(pressed -> Proofs.around(this, action));
        return this;
    }
}
