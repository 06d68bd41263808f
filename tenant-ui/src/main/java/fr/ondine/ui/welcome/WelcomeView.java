package fr.ondine.ui.welcome;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import java.util.ArrayList;

/** The utility's public page: what the portal is for, the way in, what to know now, who to call. */
@Route(value = "", layout = PublicLayout.class)
@AnonymousAllowed
class WelcomeView extends Page {

    WelcomeView(Tenants tenants) {
        super("welcome.title");
        var utility = tenants.current();
        var texts = utility.publicTexts();
        var introduction = new Paragraph(texts.welcome());
        introduction.addClassName("lead");
        add(introduction);
        var told = new ArrayList<Component>();
        texts.notices().forEach(notice -> told.add(new NoticeCard(notice)));
        told.add(new PassageCard(texts.firstVisit()));
        told.add(new PassageCard(texts.purpose()));
        texts.news().forEach(news -> told.add(new NewsCard(news)));
        add(columns(
                told.toArray(Component[]::new),
                new Component[] {entrance(utility), new ContactCard(utility.contact())}));
    }

    private Component entrance(TenantConfig utility) {
        var card = new Card(say("welcome.entrance")).main();
        card.addClassName("stack");
        if (exists("connexion")) {
            card.add(ActionLink.primary("/connexion", say("welcome.sign-in")).wide());
        }
        if (exists("inscription")) {
            card.add(ActionLink.secondary("/inscription", utility.words().signUp())
                    .wide());
        }
        return card;
    }

    private static boolean exists(String path) {
        return RouteConfiguration.forApplicationScope().getRoute(path).isPresent();
    }
}
