package fr.ondine.ui.factors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.ui.shell.TextField;

/** A second factor to set up: its square and its key, and the first code that confirms it. */
public final class FactorFields extends Div {

    /** Not named as the one that asks for the factor that there was, which may stand beside it. */
    private final TextField code =
            field("first-code", I18NProvider.translate("console.factor.code")).attribute("inputmode", "numeric");

    public FactorFields(SecondFactor factor) {
        var key = new Span(factor.typed());
        key.addClassNames("secret");
        add(
                new Paragraph(I18NProvider.translate("console.factor.scan")),
                QrCode.of(factor.uri(), I18NProvider.translate("console.factor.square")),
                new Paragraph(new Span(I18NProvider.translate("console.factor.key") + " "), key),
                code);
    }

    /** A field for the six digits that an application shows, or for a recovery code, which has letters. */
    public static TextField code(String label) {
        return field("code", label);
    }

    private static TextField field(String name, String label) {
        return TextField.text(name, label)
                .attribute("autocapitalize", "characters")
                .attribute("maxlength", "24")
                .autocomplete("one-time-code")
                .required()
                .explains("factors.wrong-code");
    }

    public String typed() {
        return code.value();
    }
}
