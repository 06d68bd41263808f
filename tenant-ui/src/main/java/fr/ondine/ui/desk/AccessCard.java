package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.customers.AccessDesk;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.SeenAccount;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import java.util.List;
import java.util.function.BiConsumer;

/** For staff, beside an agreement: who sees it online, and the way to sign them out, or to take the agreement from them. */
final class AccessCard extends Card {

    private final transient AccessDesk desk;
    private final transient CurrentStaff who;
    private final AgreementId agreement;

    AccessCard(AccessDesk desk, CurrentStaff who, AgreementId agreement, List<SeenAccount> accounts) {
        super(say("desk.access"));
        this.desk = desk;
        this.who = who;
        this.agreement = agreement;
        accounts.forEach(account -> {
            var part = Page.column();
            show(part, account);
            add(part);
        });
    }

    private void show(Div part, SeenAccount account) {
        var ways = new Div(
                Button.secondary(say("desk.access.sign-out"))
                        .onPress(() ->
                                ask(part, account, "desk.access.sure", "desk.access.sign-out.yes", this::signOut)),
                Button.secondary(say("desk.access.take"))
                        .onPress(() ->
                                ask(part, account, "desk.access.take.sure", "desk.access.take.yes", this::takeAway)));
        ways.addClassNames("row", "actions");
        part.removeAll();
        part.add(new Paragraph(account.email()), ways);
    }

    private void ask(Div part, SeenAccount account, String sure, String yes, BiConsumer<Div, SeenAccount> work) {
        var answers = new Div(
                Button.danger(say(yes)).onPress(() -> work.accept(part, account)),
                Button.link(say("desk.access.leave")).onPress(() -> show(part, account)));
        answers.addClassNames("row", "actions");
        part.removeAll();
        part.add(
                new Paragraph(account.email()),
                Notice.plain(Tone.WARN, say(sure)).announced(),
                answers);
    }

    private void signOut(Div part, SeenAccount account) {
        try {
            desk.signOut(who, agreement, account.user());
            show(part, account);
            part.add(Notice.plain(Tone.GOOD, say("desk.access.signed-out")).announced());
        } catch (UnknownAgreement gone) {
            only(part, account, Tone.WARN, "desk.access.gone");
        }
    }

    private void takeAway(Div part, SeenAccount account) {
        try {
            desk.takeAway(who, agreement, account.user());
            only(part, account, Tone.GOOD, "desk.access.taken");
        } catch (UnknownAgreement gone) {
            only(part, account, Tone.WARN, "desk.access.gone");
        }
    }

    private static void only(Div part, SeenAccount account, Tone tone, String what) {
        part.removeAll();
        part.add(new Paragraph(account.email()), Notice.plain(tone, say(what)).announced());
    }
}
