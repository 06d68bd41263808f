package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.billing.PostTaken;
import fr.ondine.ui.shell.Written;
import java.time.ZoneId;
import java.util.Map;

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

    /** That they were taken to be printed: who takes them again is not kept from it, but knows, as of what came since. */
    public static String taken(PostTaken last, Map<InvoiceForm, Long> now, ZoneId zone) {
        var taken = I18NProvider.translate("post.taken", Written.here().moment(last.at(), zone), last.by());
        var since = now.values().stream().mapToLong(Long::longValue).sum() - last.many();
        return since > 0 ? taken + " " + I18NProvider.translate("post.taken.since", since) : taken;
    }
}
