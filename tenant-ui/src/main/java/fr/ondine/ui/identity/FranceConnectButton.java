package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The button by which people know FranceConnect everywhere, and the question that stands below it everywhere. */
public final class FranceConnectButton extends Div {

    private static final String START = "/connexion/franceconnect";
    private static final String WHAT_IT_IS = "https://franceconnect.gouv.fr/";

    public FranceConnectButton() {
        addClassName("france-connect");
        var button = new Anchor(START);
        button.addClassName("go");
        // the browser leaves the portal: its pages have no part in it
        button.setRouterIgnore(true);
        var login = new Span(getTranslation("identity.franceconnect.login"));
        var brand = new Span(getTranslation("identity.franceconnect.brand"));
        brand.addClassName("name");
        button.add(login, new Span(" "), brand);
        var question = new Anchor(WHAT_IT_IS, getTranslation("identity.franceconnect.what"));
        question.setTarget("_blank");
        question.getElement()
                .setAttribute("rel", "noopener external")
                .setAttribute("title", getTranslation("identity.franceconnect.what.title"));
        add(button, new Paragraph(question));
    }
}
