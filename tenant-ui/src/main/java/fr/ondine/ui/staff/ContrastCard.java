package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.Brand;
import fr.ondine.tenantconfig.Colour;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Written;

/** How well a colour is read in each place where pages have it. */
final class ContrastCard extends Card {

    ContrastCard of(Brand brand) {
        removeAll();
        add(
                new H2(say("staff.brand.contrast", brand.colour().hex())),
                new Definitions()
                        .wide()
                        .with(say("staff.brand.light"), sample(brand.colour(), Colour.WHITE))
                        .with(say("staff.brand.soft"), sample(brand.colour(), brand.soft()))
                        .with(say("staff.brand.button"), sample(brand.onColour(), brand.colour()))
                        .with(say("staff.brand.dark"), sample(brand.dark(), brand.onDark())));
        return this;
    }

    private static Component sample(Colour ink, Colour paper) {
        var shown = new Span(say("staff.brand.sample"));
        shown.addClassName("sample");
        shown.getStyle().set("color", ink.hex()).set("background", paper.hex());
        var ratio = Written.here().oneDecimal(ink.contrastWith(paper));
        return new Div(shown, new Span(" " + say("staff.brand.ratio", ratio)));
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
