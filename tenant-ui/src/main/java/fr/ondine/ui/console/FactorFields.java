package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.operators.SecondFactor;
import fr.ondine.ui.shell.TextField;

/** A second factor to set up: its square and its key, and the first code that confirms it. */
final class FactorFields extends Div {

    private final TextField code = code(Words.text("console.factor.code"));

    FactorFields(SecondFactor factor) {
        var key = new Span(factor.typed());
        key.addClassNames("key");
        add(
                new Paragraph(Words.text("console.factor.scan")),
                QrCode.of(factor.uri(), Words.text("console.factor.square")),
                new Paragraph(new Span(Words.text("console.factor.key") + " "), key),
                code);
    }

    /** A field for the six digits that an application shows. */
    static TextField code(String label) {
        return TextField.text("code", label)
                .attribute("inputmode", "numeric")
                .attribute("maxlength", "24")
                .autocomplete("one-time-code")
                .required()
                .explains("operators.wrong-code");
    }

    String typed() {
        return code.value();
    }
}
