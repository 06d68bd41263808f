package fr.ondine.ui.shell;

import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/** One file of the person's own, for a form that the browser itself posts. */
public final class FileField extends Field {

    private final Element control = new Element("input").setAttribute("type", "file");

    public FileField(String name, String label, String accepted) {
        super(name, label);
        control.setAttribute("accept", accepted).setAttribute("required", "");
        build(control);
    }

    /** Refuses a larger file before it is sent, with a sentence. */
    public FileField atMost(long bytes, String sentence) {
        control.setAttribute("data-most", String.valueOf(bytes)).setAttribute("data-too-large", sentence);
        return this;
    }

    /** One of several ways to send the same: the server says when none was taken. */
    public FileField optional() {
        control.removeAttribute("required");
        return this;
    }

    /** Opens the camera of a telephone at once; there is no such field where there is a mouse. */
    public FileField byCamera() {
        control.setAttribute("capture", "environment");
        addClassName("by-camera");
        return optional();
    }

    @Override
    boolean isMissing() {
        return false;
    }

    @Override
    Element control() {
        return control;
    }

    @Override
    void typed(@Nullable String text) {
        // a file does not come through the page's own messages
    }
}
