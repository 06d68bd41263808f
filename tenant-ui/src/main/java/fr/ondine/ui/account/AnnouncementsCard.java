package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.notifications.Announcement;
import fr.ondine.platform.notifications.MailPreferences;
import fr.ondine.tenantconfig.InvoiceMails;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;

/** Which announcements of their invoices a person gets, of those that the utility sends. */
final class AnnouncementsCard extends Card {

    private final transient MailPreferences preferences;
    private final transient UserId user;
    private final transient Map<Announcement, CheckField> wanted = new EnumMap<>(Announcement.class);
    private final Div told = new Div();

    AnnouncementsCard(MailPreferences preferences, UserId user, InvoiceMails sent) {
        super(say("account.mails"));
        this.preferences = preferences;
        this.user = user;
        var refused = preferences.refused(user);
        for (var one : Announcement.values()) {
            if (one == Announcement.ISSUED ? sent.issued() : sent.dueSoonDays() > 0) {
                var code = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
                wanted.put(
                        one,
                        new CheckField("mails-" + code, say("account.mails." + code))
                                .initially(!refused.contains(one)));
            }
        }
        var form = new Form();
        wanted.values().forEach(form::add);
        form.add(told, Button.submit(say("account.mails.save")).wide());
        var content = Page.column(new Paragraph(say("account.mails.what")));
        if (preferences.isBounced(user)) {
            content.add(Notice.plain(Tone.WARN, say("account.mails.bounced")));
        }
        content.add(form.onSubmit(this::save));
        add(content);
    }

    /** What is not sent now stays as it was. */
    private void save() {
        var refused = new HashSet<>(preferences.refused(user));
        refused.removeAll(wanted.keySet());
        wanted.forEach((what, field) -> {
            if (!field.isTicked()) {
                refused.add(what);
            }
        });
        preferences.refuse(user, refused);
        told.removeAll();
        told.add(Notice.plain(Tone.GOOD, say("account.mails.done")).announced());
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }
}
