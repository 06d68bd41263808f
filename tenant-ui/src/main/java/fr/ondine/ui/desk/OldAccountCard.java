package fr.ondine.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.oldaccounts.OldAccountDesk;
import fr.ondine.platform.oldaccounts.OldAccountFile;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import java.util.List;

/** For staff, beside an agreement: its logins of the portal before this one, and a link for who has not come over. */
final class OldAccountCard extends Card {

    private final transient OldAccountDesk desk;
    private final transient CurrentStaff who;

    OldAccountCard(OldAccountDesk desk, CurrentStaff who, List<OldAccountFile> files) {
        super(say("desk.old.title"));
        this.desk = desk;
        this.who = who;
        files.forEach(this::show);
    }

    private void show(OldAccountFile file) {
        var part = Page.column();
        part.add(new Paragraph(state(file)));
        if (file.cameOverOn() == null && file.maskedAddress() != null && who.may(StaffPermission.SERVE)) {
            part.add(new Div(
                    Button.secondary(say("desk.old.send", file.maskedAddress())).onPress(() -> send(file, part))));
        }
        add(part);
    }

    private void send(OldAccountFile file, Div part) {
        var sent = desk.sendLink(who, file.id());
        part.removeAll();
        part.add(
                new Paragraph(state(file)),
                Notice.plain(sent ? Tone.GOOD : Tone.WARN, say(sent ? "desk.old.sent" : "desk.old.not-sent"))
                        .announced());
    }

    private static String state(OldAccountFile file) {
        if (file.cameOverOn() != null) {
            return say("desk.old.over", file.number(), file.cameOverOn());
        }
        if (file.hasPassword()) {
            return say("desk.old.waits", file.number());
        }
        return say(file.maskedAddress() == null ? "desk.old.stuck" : "desk.old.by-mail", file.number());
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
