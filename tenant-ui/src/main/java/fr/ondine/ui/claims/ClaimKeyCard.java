package fr.ondine.ui.claims;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.ClaimKeyDesk;
import fr.ondine.platform.customers.ClaimKeyFile;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;

/** For staff, beside an agreement: whether it has a claim key, and another one, once it was said what that ends. */
final class ClaimKeyCard extends Card {

    private final transient ClaimKeyDesk desk;
    private final transient CurrentStaff who;
    private final transient AgreementId agreement;
    private final Div content = Page.column();

    ClaimKeyCard(ClaimKeyDesk desk, CurrentStaff who, AgreementId agreement, ClaimKeyFile now) {
        super(say("claims.key.title"));
        this.desk = desk;
        this.who = who;
        this.agreement = agreement;
        add(content);
        show(now);
    }

    private void look(Notice... told) {
        desk.file(who, agreement).ifPresent(now -> show(now, told));
        Page.focus(content);
    }

    private void show(ClaimKeyFile now, Notice... told) {
        content.removeAll();
        content.add(told);
        content.add(
                new Paragraph(state(now)),
                new Div(Button.secondary(say(now.isThere() ? "claims.key.renew" : "claims.key.give"))
                        .onPress(() -> ask(now))));
    }

    private void ask(ClaimKeyFile now) {
        var sure = Button.danger(say(now.isThere() ? "claims.key.sure" : "claims.key.sure.first"))
                .onPress(() -> renew(now));
        var answers = new Div(sure, Button.link(say("claims.key.not")).onPress(this::look));
        answers.addClassName("row");
        content.removeAll();
        content.add(new Notice(
                        Tone.WARN,
                        say(now.isThere() ? "claims.key.question" : "claims.key.question.first"),
                        new Paragraph(say(now.isThere() ? "claims.key.ends" : "claims.key.begins")),
                        answers)
                .announced());
        Page.focus(content);
    }

    private void renew(ClaimKeyFile seen) {
        try {
            var key = desk.renew(who, agreement, seen);
            look(new Notice(Tone.GOOD, say("claims.key.renewed", key.replace(' ', '\u00a0')), say("claims.key.once"))
                    .announced());
        } catch (DomainException refused) {
            look(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    private static String state(ClaimKeyFile now) {
        if (!now.isThere()) {
            return say("claims.key.none");
        }
        return now.renewedOn() == null ? say("claims.key.there") : say("claims.key.there.since", now.renewedOn());
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
