package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.StateButton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The button by which those who work for a public body know ProConnect everywhere, and the question below it. */
final class ProConnectButton extends StateButton {

    private static final String START = "/gestion/connexion/proconnect";
    private static final String WHAT_IT_IS = "https://www.proconnect.gouv.fr/";

    /** @param next the page to which they wanted to go */
    ProConnectButton(String next) {
        super("staff.proconnect", START + "?vers=" + URLEncoder.encode(next, StandardCharsets.UTF_8), WHAT_IT_IS);
    }

    /** What stands between it and the other way in. */
    static Paragraph or() {
        return between(I18NProvider.translate("staff.proconnect.or"));
    }
}
