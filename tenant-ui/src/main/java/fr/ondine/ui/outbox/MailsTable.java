package fr.ondine.ui.outbox;

import static fr.ondine.ui.outbox.MailWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.notifications.ListedMail;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** Mails, each with what became of it. */
final class MailsTable extends ResponsiveTable {

    MailsTable(List<ListedMail> mails, ZoneId zone, boolean maySend, Consumer<ListedMail> sendAgain) {
        column(say("outbox.written"));
        column(say("outbox.subject"));
        column(say("outbox.recipient"));
        column(say("outbox.state"));
        actionColumn(say("outbox.action"));
        mails.forEach(mail -> row(
                new Span(Written.here().shortMoment(mail.writtenAt(), zone)),
                new Span(mail.subject()),
                recipient(mail),
                state(mail),
                maySend ? action(mail, sendAgain) : new Span()));
    }

    private static Component recipient(ListedMail mail) {
        var agreement = mail.agreement();
        return agreement == null
                ? new Span(mail.recipient())
                : new Anchor("/gestion/comptes/" + agreement.value(), mail.recipient());
    }

    private static Component state(ListedMail mail) {
        var why = new Span(MailWords.why(mail));
        why.addClassNames("soft", "small");
        return new Div(MailWords.pill(mail.state()), new Div(why));
    }

    private static Component action(ListedMail mail, Consumer<ListedMail> sendAgain) {
        if (!mail.isSendable()) {
            return new Span();
        }
        var button = Button.secondary(say("outbox.again")).little().onPress(() -> sendAgain.accept(mail));
        button.getElement().setAttribute("aria-label", say("outbox.again.of", mail.subject(), mail.recipient()));
        return button;
    }
}
