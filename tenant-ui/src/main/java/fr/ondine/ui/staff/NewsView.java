package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.NewsItem;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** News of the utility on its public page: a new one on top, and those that go. */
@Route(value = Sections.HOME + "/actualites", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class NewsView extends SectionPage {

    private final transient Clock clock;

    NewsView(PortalConfiguration configuration, SignedInStaff signedIn, Clock clock) {
        super("staff.section.actualites", configuration, signedIn);
        this.clock = clock;
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        return columns(fresh(now), old(now.publicTexts().news()));
    }

    private Card fresh(TenantConfig now) {
        var title = TextField.text("title", say("staff.news.heading")).required();
        var text = TextField.paragraphs("text", say("staff.news.text")).required();
        var form = new Form(title, text, Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> {
            var items = new ArrayList<>(now.publicTexts().news());
            var today = LocalDate.ofInstant(clock.instant(), now.zone());
            items.addFirst(new NewsItem(title.value().strip(), today, Lines.text(text)));
            compare(form, with(items), Map.of("public-texts.news[1].title", title, "public-texts.news[1].text", text));
        });
        return new Card(say("staff.news.fresh"), form);
    }

    private Card old(List<NewsItem> items) {
        var card = new Card(say("staff.news.old"));
        if (items.isEmpty()) {
            card.add(new Paragraph(say("staff.news.none")));
            return card;
        }
        var ticks = new LinkedHashMap<NewsItem, CheckField>();
        items.forEach(item -> ticks.put(item, new CheckField("keep" + ticks.size(), item.title())));
        var form = new Form(ticks.values().toArray(Component[]::new));
        form.add(Button.submit(say("staff.news.remove")));
        form.onSubmit(() -> compare(
                form,
                with(ticks.entrySet().stream()
                        .filter(item -> !item.getValue().isTicked())
                        .map(Map.Entry::getKey)
                        .toList()),
                Map.of()));
        card.add(new Paragraph(say("staff.news.remove.what")), form);
        return card;
    }

    private String with(List<NewsItem> items) {
        return new ConfigurationEdit(yaml())
                .with("public-texts.news", items.stream().map(NewsView::written).toList())
                .yaml();
    }

    private static Map<String, String> written(NewsItem item) {
        var values = new LinkedHashMap<String, String>();
        values.put("title", item.title());
        if (item.publishedOn() != null) {
            values.put("published-on", item.publishedOn().toString());
        }
        values.put("text", item.text());
        return values;
    }
}
