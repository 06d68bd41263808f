package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.staff.StaffProConnect;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whether ProConnect opens the account of who is signed in, and the end of it, after the second factor. */
final class ProConnectCard extends Card {

    private final transient StaffProConnect proConnect;
    private final transient SignedInStaff signedIn;
    private final transient ZoneId zone;
    private final Div content = new Div();

    ProConnectCard(StaffProConnect proConnect, SignedInStaff signedIn, ZoneId zone) {
        super(say("staff.proconnect.brand"));
        this.proConnect = proConnect;
        this.signedIn = signedIn;
        this.zone = zone;
        content.addClassName("column");
        add(content);
        show();
    }

    private void show() {
        content.removeAll();
        var linked = proConnect.linkedAt(signedIn.get());
        if (linked.isEmpty()) {
            content.add(new Paragraph(say("staff.proconnect.not-linked")));
            return;
        }
        var day = Written.date(LocalDate.ofInstant(linked.get(), zone));
        content.add(
                new Paragraph(say("staff.proconnect.since", day)),
                Button.secondary(say("staff.proconnect.unlink")).onPress(this::unlink));
    }

    private void unlink() {
        signedIn.become(proConnect.unlink(signedIn.get()));
        show();
        content.addComponentAsFirst(
                Notice.plain(Tone.GOOD, say("staff.proconnect.unlinked")).announced());
    }

    private static String say(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
