package fr.ondine.ui.journal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.staff.AuditedEntry;
import java.util.MissingResourceException;
import java.util.regex.Pattern;

/** Entries of the trail in words; what has none is shown as it was written. */
final class JournalWords {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SHORT = 8;

    /** What it is called is for its utility to say, and may be what a person is called. */
    private static final String PROGRAM = "client:";

    private JournalWords() {}

    static String say(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }

    static String actor(JournalDetail.Words words, AuditedEntry entry) {
        return entry.name()
                .map(name -> entry.actor().startsWith(PROGRAM) ? words.say("journal.actor.client") + " " + name : name)
                .orElseGet(() -> kindAndId(words, "journal.actor.", entry.actor()));
    }

    static String action(JournalDetail.Words words, String action) {
        return orAsWritten(words, "journal.action." + action, action);
    }

    static String subject(JournalDetail.Words words, AuditedEntry entry) {
        var subject = entry.subject();
        return entry.about()
                .map(about -> orAsWritten(words, "journal.on." + kind(subject), kind(subject)) + " " + about)
                .orElseGet(() -> kindAndId(words, "journal.on.", subject));
    }

    private static String kind(String subject) {
        return subject.substring(0, subject.indexOf(':'));
    }

    /** What has a page of its own leads to it. */
    static Component subject(AuditedEntry entry) {
        var words = subject(JournalWords::say, entry);
        var subject = entry.subject();
        var id = subject.substring(subject.indexOf(':') + 1);
        if (!ID.matcher(id).matches()) {
            return new Span(words);
        }
        return switch (kind(subject)) {
            case "agreement" -> new Anchor("/gestion/comptes/" + id, words);
            case "leak" -> new Anchor("/gestion/fuites/" + id, words);
            case "invoice" -> new Anchor("/gestion/factures/" + id, words);
            default -> new Span(words);
        };
    }

    static String kindAndId(JournalDetail.Words words, String keys, String written) {
        var cut = written.indexOf(':');
        if (cut < 0) {
            return orAsWritten(words, keys + written, written);
        }
        var kind = written.substring(0, cut);
        var id = written.substring(cut + 1);
        var shown = ID.matcher(id).matches() ? id.substring(0, SHORT) : id;
        return orAsWritten(words, keys + kind, kind) + " " + shown;
    }

    static String orAsWritten(JournalDetail.Words words, String key, String written) {
        try {
            return words.say(key);
        } catch (MissingResourceException unsaid) {
            return written;
        }
    }
}
