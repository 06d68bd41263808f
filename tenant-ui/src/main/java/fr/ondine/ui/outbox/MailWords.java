package fr.ondine.ui.outbox;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.notifications.ListedMail;
import fr.ondine.platform.notifications.MailFault;
import fr.ondine.platform.notifications.MailState;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import java.util.Locale;

/** How mails are spoken of to staff. */
final class MailWords {

    private MailWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Pill pill(MailState state) {
        var tone = switch (state) {
            case SENT -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case UNANSWERED -> Tone.WARN;
            case WAITING, WITHDRAWN -> Tone.INFO;
        };
        return new Pill(tone, say("outbox.state." + code(state)));
    }

    /** Why it has not left, or nobody knows; nothing where nothing went wrong. */
    static String why(ListedMail mail) {
        var fault = mail.fault();
        if (fault == null) {
            return "";
        }
        if (fault == MailFault.UNANSWERED) {
            var isOver = mail.state() == MailState.UNANSWERED && !mail.isSendable();
            return say("outbox.unanswered." + (isOver ? "over" : code(mail.state())));
        }
        var words = say("outbox.fault." + code(fault));
        return mail.state() == MailState.WAITING ? say("outbox.tried", words, mail.attempts()) : words;
    }
}
