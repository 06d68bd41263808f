package fr.ondine.ui.welcome;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.ReadableAtOnce;

/** The legal notice (mentions légales): who publishes, who hosts, what becomes of personal data. */
@Route(value = "mentions-legales", layout = PublicLayout.class)
@AnonymousAllowed
@ReadableAtOnce
class LegalNoticeView extends Page {

    LegalNoticeView(Tenants tenants) {
        super("welcome.legal.title");
        var utility = tenants.current();
        add(column(publisher(utility), host(utility), data(), cookies()));
    }

    private Card publisher(TenantConfig utility) {
        var legal = utility.legal();
        return new Card(
                say("welcome.legal.publisher"),
                new Definitions()
                        .with(say("welcome.legal.name"), legal.legalName())
                        .with(
                                say("welcome.contact.address"),
                                String.join("\n", utility.contact().postalAddress()))
                        .with(
                                say("welcome.legal.siren"),
                                legal.siren().toString().replaceAll("(\\d{3})(?=\\d)", "$1 "))
                        .with(say("welcome.legal.vat"), legal.vatNumber())
                        .with(say("welcome.legal.registration"), legal.registration())
                        .with(say("welcome.legal.director"), legal.publicationDirector())
                        .wide());
    }

    private Card host(TenantConfig utility) {
        var hosting = utility.legal().hosting();
        return new Card(
                say("welcome.legal.host"),
                new Definitions()
                        .with(say("welcome.legal.name"), hosting.name())
                        .with(say("welcome.contact.address"), hosting.address())
                        .wide());
    }

    private Card data() {
        return new Card(
                say("welcome.legal.data"),
                new Paragraph(say("welcome.legal.data.why")),
                new Paragraph(say("welcome.legal.data.who")),
                new Paragraph(say("welcome.legal.data.rights")));
    }

    private Card cookies() {
        return new Card(say("welcome.legal.cookies"), new Paragraph(say("welcome.legal.cookies.what")));
    }
}
