package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The portal's menu: across the top, or at the bottom of a phone; it keeps the chosen contract. */
final class Tabs extends Nav {

    private static final String CONTRACT = "contrat";

    private final Map<Tab, Anchor> links = new EnumMap<>(Tab.class);

    Tabs() {
        addClassName("tabs");
        getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        Arrays.stream(Tab.values()).filter(Tab::exists).forEach(tab -> {
            var link = new Anchor("/" + tab.path(), tab.icon().small(), text(tab, "long"), text(tab, "short"));
            links.put(tab, link);
            add(link);
        });
    }

    void arrivedAt(Location location) {
        var contract = location.getQueryParameters().getParameters().getOrDefault(CONTRACT, List.of());
        var query = contract.isEmpty() ? "" : "?" + CONTRACT + "=" + Urls.encoded(contract.getFirst());
        links.forEach((tab, link) -> {
            link.setHref("/" + tab.path() + query);
            if (tab.holds(location.getPath())) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private Span text(Tab tab, String form) {
        var text = new Span(getTranslation(tab.textKey(form)));
        text.addClassName(form);
        return text;
    }
}
