package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.PostTaken;
import fr.ondine.ui.shell.Written;
import java.time.ZoneId;

/** How it is said what becomes of invoices that go by post. */
public final class PostWords {

    private PostWords() {}

    /** That what was just issued goes by post, and for who bills from where. */
    public static Paragraph goes(String key, boolean isListed) {
        var goes = new Paragraph(I18NProvider.translate(key));
        if (isListed) {
            goes.add(new Span(" "), new Anchor("/gestion/factures/a-poster", I18NProvider.translate("post.open")));
        }
        return goes;
    }

    /** That they were taken to be printed: who takes them again is not kept from it, but knows. */
    public static String taken(PostTaken last, ZoneId zone) {
        return I18NProvider.translate("post.taken", Written.here().moment(last.at(), zone), last.by());
    }
}
