package fr.ondine.ui.shell;

import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/** One box to tick, with its words beside it. */
public final class CheckField extends Field {

    private final Element control = new Element("input").setAttribute("type", "checkbox");
    private boolean ticked;

    public CheckField(String name, String label) {
        super(name, label);
        build();
        var words = getElement().getChild(0);
        words.setAttribute("class", "check");
        words.insertChild(0, control);
    }

    public CheckField initially(boolean isTicked) {
        ticked = isTicked;
        control.setAttribute("checked", isTicked);
        return this;
    }

    /** As if the person had never ticked it. */
    public CheckField clear() {
        ticked = false;
        control.executeJs("this.checked = false");
        return this;
    }

    public boolean isTicked() {
        return ticked;
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
        ticked = text != null;
    }
}
