package fr.ondine.ui.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;

/** A page behind a mailed link: opening it uses nothing up, because mail scanners open links; its button does. */
abstract class LinkPage extends Page implements BeforeEnterObserver {

    static final String PARAMETER = "jeton";

    LinkPage(String titleKey) {
        super(titleKey);
        narrow();
    }

    /** What the link leads to. */
    abstract void show(RawToken link);

    @Override
    public final void beforeEnter(BeforeEnterEvent arrival) {
        var secret = arrival.getLocation().getQueryParameters().getSingleParameter(PARAMETER);
        clear();
        show(new RawToken(secret.orElse("")));
    }

    /** Replaces everything under the heading. */
    final void fill(Component... content) {
        clear();
        add(new Card(content));
    }

    /** The link is of no use any more: says so, and offers what the person can do now. */
    final void dead(Component... next) {
        clear();
        var told = column(new Notice(Tone.WARN, say("identity.link.dead"), say("identity.link.dead.why")));
        told.add(next);
        add(told);
    }
}
