package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import fr.ondine.ui.security.PasskeyController;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;

/** Signs in by a passkey: the browser asks its person which one, and posts what it signs (portal.js). */
final class PasskeyForm extends Form {

    /** Followed by the name of what went wrong. */
    static final String OTHERWISE = "cle";

    PasskeyForm() {
        var how = new Paragraph(getTranslation("identity.passkey.how"));
        how.addClassName("soft");
        getElement()
                .setAttribute("data-passkey", PasskeyController.ASK)
                .setAttribute("data-otherwise", "/connexion?" + OTHERWISE + "=")
                .appendChild(new Element("input").setAttribute("type", "hidden").setAttribute("name", "reponse"));
        add(how, Button.submit(getTranslation("identity.passkey.go")).subdued().wide());
        posts(PasskeyController.ANSWER);
    }
}
