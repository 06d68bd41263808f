package fr.ondine.ui.welcome;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.PublicTexts;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.ReadableAtOnce;
import fr.ondine.ui.shell.Written;
import java.util.ArrayList;

/** The utility's public page: what the portal is for, the way in, what to know now, who to call. */
@Route(value = "", layout = PublicLayout.class)
@AnonymousAllowed
@ReadableAtOnce
class WelcomeView extends Page {

    WelcomeView(Tenants tenants, SignedIn person) {
        super("welcome.title");
        var utility = tenants.current();
        add(entrance(utility, person.isAnybody()));
        add(columns(column(told(utility.publicTexts())), column(ContactCard.withForm(utility))));
    }

    private Component entrance(TenantConfig utility, boolean signedIn) {
        var welcome = new Paragraph(Written.typeset(utility.publicTexts().welcome()));
        welcome.addClassName("lead");
        var ways = new Div();
        ways.addClassName("ways");
        if (signedIn) {
            ways.add(ActionLink.primary("/tableau-de-bord", say("welcome.dashboard"))
                    .wide());
        } else {
            ways.add(ActionLink.primary("/connexion", say("welcome.sign-in")).wide());
            ways.add(ActionLink.secondary("/inscription", utility.words().signUp())
                    .wide());
        }
        var card = new Card(welcome, ways).main();
        card.addClassName("hero");
        return card;
    }

    private static Component[] told(PublicTexts texts) {
        var cards = new ArrayList<Component>();
        texts.notices().forEach(notice -> cards.add(new NoticeCard(notice)));
        cards.add(new PassageCard(texts.firstVisit()));
        cards.add(new PassageCard(texts.purpose()));
        texts.news().forEach(news -> cards.add(new NewsCard(news)));
        return cards.toArray(Component[]::new);
    }
}
