package fr.ondine.ui.shell;

import com.vaadin.flow.dom.Element;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file of the person's own, for a form that the browser itself posts. */
public final class FileField extends Field {

    private final Element control = new Element("input").setAttribute("type", "file");
    private long most = Long.MAX_VALUE;
    private String tooLarge = "";
    private @Nullable Long size;

    public FileField(String name, String label, String accepted) {
        super(name, label);
        control.setAttribute("accept", accepted).setAttribute("required", "");
        build(control);
    }

    /** Refuses a larger file before it is sent, with a sentence. */
    public FileField atMost(long bytes, String sentence) {
        most = bytes;
        tooLarge = sentence;
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

    /** Whether somebody chose a file. */
    public boolean isChosen() {
        return size != null;
    }

    /** Says at once that a file is too large, as soon as it is chosen. */
    void weigh() {
        accept();
        oversize().ifPresent(this::refuse);
    }

    private Optional<String> oversize() {
        return size != null && size > most ? Optional.of(tooLarge) : Optional.empty();
    }

    @Override
    Optional<String> fault() {
        return super.fault().or(this::oversize);
    }

    @Override
    boolean isMissing() {
        return control.hasAttribute("required") && !isChosen();
    }

    @Override
    Element control() {
        return control;
    }

    /** Of a file the page is told its size alone. */
    @Override
    void typed(@Nullable String text) {
        size = text != null && text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }
}
