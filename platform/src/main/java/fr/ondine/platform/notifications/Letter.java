package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written: its name in {@code mails.properties}, where its words are, and the values of its sentences.
 *
 * @param link where its one button leads
 * @param quote a person's own words, shown as they were typed
 * @param replyTo who gets the answer; the utility when absent
 * @param about for what it is sent once; such a mail holds no secret
 * @param refusal how its reader refuses such mails; null for those that nobody can refuse
 */
record Letter(
        String name,
        EmailAddress to,
        List<Object> values,
        @Nullable URI link,
        @Nullable String quote,
        @Nullable EmailAddress replyTo,
        @Nullable About about,
        @Nullable Refusal refusal) {

    /** What a mail is sent for, and whose agreement that concerns. */
    record About(UUID source, AgreementId agreement) {}

    /** Who refuses which mails by a link that is made for one of them. */
    record Refusal(Announcement what, UserId user, RawToken link) {}

    static Letter of(String name, EmailAddress to, Object... values) {
        return new Letter(name, to, List.of(values), null, null, null, null, null);
    }

    Letter leadingTo(URI link) {
        return new Letter(name, to, values, link, quote, replyTo, about, refusal);
    }

    Letter quoting(String quote) {
        return new Letter(name, to, values, link, quote, replyTo, about, refusal);
    }

    Letter answeredBy(EmailAddress replyTo) {
        return new Letter(name, to, values, link, quote, replyTo, about, refusal);
    }

    Letter about(UUID source, AgreementId agreement) {
        return new Letter(name, to, values, link, quote, replyTo, new About(source, agreement), refusal);
    }

    /** Told to a reader once of each thing, however often that is said. */
    Letter once(String thing, UserId reader, AgreementId agreement) {
        var said = String.join(" ", name, thing, reader.value().toString());
        return about(UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)), agreement);
    }

    Letter refusedBy(UserId user, Announcement what) {
        return new Letter(name, to, values, link, quote, replyTo, about, new Refusal(what, user, RawToken.fresh()));
    }
}
