package fr.ondine.ui.console;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import fr.ondine.ui.shell.TextField;

/** A configuration as text, typed, pasted or read from a file of the operator's own machine. */
@JsModule("context://console.js")
final class ConfigurationField extends Div {

    private static final String NAME = "yaml";

    private final TextField text;

    ConfigurationField(String initially) {
        text = TextField.code(NAME, Words.text("console.configuration")).required();
        if (!initially.isEmpty()) {
            text.initially(initially);
        }
        var file = new Element("input")
                .setAttribute("type", "file")
                .setAttribute("id", "file")
                .setAttribute("accept", ".yaml,.yml,.txt")
                .setAttribute("data-into", NAME);
        var label = new Element("label").setAttribute("for", "file").setText(Words.text("console.configuration.file"));
        var choose = new Div();
        choose.addClassName("field");
        choose.getElement().appendChild(label, file);
        add(choose, text);
    }

    String value() {
        // what a browser sends of a text area has the line ends of a mail
        return text.value().replace("\r\n", "\n");
    }
}
