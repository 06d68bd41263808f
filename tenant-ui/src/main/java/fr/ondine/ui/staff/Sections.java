package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;

/** The way between the parts of the configuration. */
final class Sections extends Nav {

    static final String HOME = "gestion/configuration";

    private static final List<String> PARTS = List.of(
            "",
            "/contacts",
            "/marque",
            "/mots",
            "/actualites",
            "/numeros",
            "/preuves",
            "/services",
            "/relances",
            "/mensualisation",
            "/documents",
            "/texte");

    Sections(String current) {
        addClassName("places");
        getElement().setAttribute("aria-label", I18NProvider.translate("staff.sections"));
        PARTS.forEach(part -> {
            var link = new Anchor("/" + HOME + part, I18NProvider.translate("staff.section" + part.replace('/', '.')));
            if (current.equals(HOME + part)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        });
    }
}
