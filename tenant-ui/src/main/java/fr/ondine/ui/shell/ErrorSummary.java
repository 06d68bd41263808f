package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** What is wrong with a form, at its top: takes the focus, links to each field. */
final class ErrorSummary extends Div {

    private final UnorderedList faults = new UnorderedList();

    ErrorSummary() {
        addClassNames("notice", "bad");
        getElement().setAttribute("tabindex", "-1").setAttribute("role", "alert");
        add(new Paragraph(getTranslation("shell.form.refused")), faults);
        setVisible(false);
    }

    void tell(Field field, String sentence) {
        var link = new Anchor("#" + field.name(), sentence);
        link.setRouterIgnore(true);
        link.getElement().setAttribute("data-focus", field.name());
        faults.add(new ListItem(link));
    }

    void tell(String sentence) {
        faults.add(new ListItem(sentence));
    }

    void clear() {
        faults.removeAll();
        setVisible(false);
    }

    boolean isClear() {
        return faults.getComponentCount() == 0;
    }

    void show() {
        setVisible(true);
        getElement().executeJs("setTimeout(() => this.focus())");
    }
}
