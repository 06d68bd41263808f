package fr.ondine.ui.welcome;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Accessibility;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.ReadableAtOnce;

/** The accessibility statement (déclaration d'accessibilité) that the RGAA asks of every public service. */
@Route(value = "accessibilite", layout = PublicLayout.class)
@AnonymousAllowed
@ReadableAtOnce
class AccessibilityView extends Page {

    private static final String DEFENDER = "https://formulaire.defenseurdesdroits.fr/";
    private static final String DELEGATES = "https://www.defenseurdesdroits.fr/saisir/delegues";

    AccessibilityView(Tenants tenants) {
        super("welcome.accessibility.title");
        var utility = tenants.current();
        add(column(
                new Card(
                        new Paragraph(say(
                                "welcome.accessibility.commitment",
                                utility.legal().legalName())),
                        new Paragraph(say(
                                "welcome.accessibility.scope", utility.hosts().getFirst()))),
                state(utility.accessibility()),
                new Card(
                        say("welcome.accessibility.contact"),
                        new Paragraph(say("welcome.accessibility.contact.how")),
                        new Anchor(
                                "mailto:" + utility.contact().email(),
                                Definitions.written(utility.contact().email()))),
                remedies()));
    }

    private Card state(Accessibility accessibility) {
        var key = "welcome.accessibility."
                + accessibility
                        .status()
                        .name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '-');
        var card = new Card(say("welcome.accessibility.state"), new Paragraph(say(key)));
        if (accessibility.auditedOn() != null) {
            card.add(new Paragraph(say("welcome.accessibility.audited", accessibility.auditedOn())));
        }
        return card;
    }

    private Card remedies() {
        return new Card(
                say("welcome.accessibility.remedies"),
                new Paragraph(say("welcome.accessibility.remedies.when")),
                new UnorderedList(
                        new ListItem(new Anchor(DEFENDER, say("welcome.accessibility.remedies.write"))),
                        new ListItem(new Anchor(DELEGATES, say("welcome.accessibility.remedies.delegate"))),
                        new ListItem(say("welcome.accessibility.remedies.post"))));
    }
}
