package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** Fields that belong together, under words that are read with each of them. */
@Tag("fieldset")
public final class FieldGroup extends HtmlContainer {

    public FieldGroup(String words, Component... content) {
        var legend = new HtmlContainer("legend");
        legend.setText(words);
        add(legend);
        add(content);
    }

    /** Takes it from view; its fields keep what they hold. */
    public void hide(boolean isHidden) {
        getElement().setAttribute("hidden", isHidden);
    }
}
