package fr.ondine.ui.outbox;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.notifications.Announcement;
import fr.ondine.platform.notifications.MailPreferences;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.Tone;

/** Refuses announcements by the link that each of them has; opening it refuses nothing, because scanners open links. */
@Route(value = "desabonnement", layout = PublicLayout.class)
@AnonymousAllowed
class UnsubscribeView extends Page implements BeforeEnterObserver {

    private final transient MailPreferences preferences;

    UnsubscribeView(MailPreferences preferences) {
        super("unsubscribe.title");
        this.preferences = preferences;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var link = new RawToken(arrival.getLocation()
                .getQueryParameters()
                .getSingleParameter("lien")
                .orElse(""));
        preferences
                .of(link)
                .ifPresentOrElse(
                        what -> ask(what, link),
                        () -> add(new Notice(Tone.WARN, say("unsubscribe.unknown"), say("unsubscribe.unknown.next"))));
    }

    private void ask(Announcement what, RawToken link) {
        var form = new Form(Button.submit(say("unsubscribe.refuse")).wide());
        form.onSubmit(() -> {
            preferences.refuse(link);
            clear();
            add(column(
                    new Notice(Tone.GOOD, say("unsubscribe.done"), say("unsubscribe.done.next")).announced(),
                    ActionLink.secondary("/mon-compte", say("unsubscribe.account"))
                            .wide()));
        });
        add(new Card(
                new Paragraph(say("unsubscribe.what." + MailWords.code(what))),
                new Paragraph(say("unsubscribe.still")),
                form));
    }
}
