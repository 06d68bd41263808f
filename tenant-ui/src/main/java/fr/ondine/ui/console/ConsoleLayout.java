package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import fr.ondine.platform.operators.OperatorProof;
import fr.ondine.platform.operators.Permission;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Frame;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;

/** The frame of the console's pages: its menu, and who is signed in. */
@RolesAllowed("VIEW")
class ConsoleLayout extends Frame {

    private final Map<String, Anchor> links;

    @org.springframework.beans.factory.annotation.Autowired
    ConsoleLayout(SignedInOperator signedIn, OperatorProof proof) {
        this(signedIn, new LinkedHashMap<>());
        new AskedCode(proof, signedIn).standBy(UI.getCurrentOrThrow());
    }

    private ConsoleLayout(SignedInOperator signedIn, Map<String, Anchor> links) {
        super("console", menu(signedIn, links));
        this.links = links;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrival) {
        super.afterNavigation(arrival);
        links.forEach((path, link) -> {
            link.getElement().removeAttribute("aria-current");
            if (arrival.getLocation().getPath().equals(path)) {
                link.getElement().setAttribute("aria-current", "page");
            }
        });
    }

    private static Component menu(SignedInOperator signedIn, Map<String, Anchor> links) {
        var operator = signedIn.get();
        links.put("console", new Anchor("/console", text("console.menu.utilities")));
        if (operator.may(Permission.OPERATE)) {
            links.put("console/ajouter", new Anchor("/console/ajouter", text("console.menu.add")));
        }
        links.put("console/operateurs", new Anchor("/console/operateurs", text("console.menu.operators")));
        if (operator.may(Permission.ADMINISTER)) {
            links.put(ActsQuery.PAGE, new Anchor("/" + ActsQuery.PAGE, text("console.menu.acts")));
        }
        links.put("console/mon-compte", new Anchor("/console/mon-compte", operator.displayName()));
        var nav = new Nav();
        nav.addClassName("places");
        nav.getElement().setAttribute("aria-label", text("shell.menu"));
        links.values().forEach(nav::add);
        var menu = new Div(
                nav, Button.secondary(text("console.menu.sign-out")).little().onPress(signedIn::signOut));
        menu.addClassName("menu");
        return menu;
    }

    private static String text(String key) {
        return com.vaadin.flow.i18n.I18NProvider.translate(key);
    }
}
