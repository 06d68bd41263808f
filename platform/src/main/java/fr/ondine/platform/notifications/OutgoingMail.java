package fr.ondine.platform.notifications;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits to be sent. Once it is, or never will be, its words are forgotten, for links that open something stand in them, and of
 * the addresses of a sent one only so much is kept as is needed to recognise them: a deleted account leaves no other trace.
 */
@Entity
@Table(name = "mail")
@SuppressWarnings("UnusedVariable") // some columns are for those who look after the mails, not for the code
class OutgoingMail {

    private static final int HANDED_OVER_AT_MOST = 2;

    @Id
    private UUID id;

    private String recipient;
    private @Nullable String replyTo;
    private String subject;
    private String html;
    private String plain;
    private Instant createdAt;
    private @Nullable Instant sentAt;
    private int attempts;
    private @Nullable String lastError;
    private @Nullable String kind;
    private @Nullable UUID source;
    private @Nullable UUID agreementId;
    private @Nullable Instant withdrawnAt;
    private @Nullable Instant givenUpAt;
    private @Nullable Instant claimedAt;
    private int unanswered;
    private @Nullable String unsubscribe;
    private byte @Nullable [] refusalToken;
    private @Nullable String refusalKind;
    private @Nullable UUID refusalUser;

    @SuppressWarnings("NullAway.Init")
    protected OutgoingMail() {}

    OutgoingMail(Letter letter, WrittenLetter words, Instant now) {
        this.id = UUID.randomUUID();
        this.recipient = letter.to().value();
        this.replyTo = letter.replyTo() == null ? null : letter.replyTo().value();
        this.subject = words.subject();
        this.html = words.html();
        this.plain = words.plain();
        this.createdAt = now;
        this.kind = letter.name();
        var about = letter.about();
        this.source = about == null ? null : about.source();
        this.agreementId = about == null ? null : about.agreement().value();
        var refusal = letter.refusal();
        if (refusal != null) {
            this.unsubscribe = words.unsubscribe();
            this.refusalToken = refusal.link().digest();
            this.refusalKind = refusal.what().name();
            this.refusalUser = refusal.user().value();
        }
    }

    UUID id() {
        return id;
    }

    EmailAddress recipient() {
        return new EmailAddress(recipient);
    }

    @Nullable
    EmailAddress replyTo() {
        return replyTo == null ? null : new EmailAddress(replyTo);
    }

    /** For what it is sent once, and of which kind it is; empty for mails that hold a secret. */
    Optional<MailOutcome> outcome(TenantId tenant, boolean isTaken) {
        return source == null
                ? Optional.empty()
                : Optional.of(new MailOutcome(tenant, Objects.requireNonNullElse(kind, ""), source, isTaken));
    }

    WrittenLetter words() {
        return new WrittenLetter(subject, html, plain, unsubscribe);
    }

    /** Whether it is still to be sent, and can be. */
    boolean waits() {
        return sentAt == null && withdrawnAt == null && givenUpAt == null && !plain.isEmpty();
    }

    /** Whether somebody began to hand it over, and has not said how that ended. */
    boolean isClaimed() {
        return claimedAt != null;
    }

    void sent(Instant now) {
        attempts++;
        sentAt = now;
        lastError = null;
        forgetWords();
        recipient = recipient().masked();
        replyTo = replyTo == null ? null : new EmailAddress(replyTo).masked();
    }

    void failed(String reason) {
        attempts++;
        lastError = reason;
    }

    /** It may have left; false once it was handed over twice like that, and is tried no more. */
    boolean unanswered(String reason, Instant now) {
        failed(reason);
        unanswered++;
        var isTriedAgain = unanswered < HANDED_OVER_AT_MOST;
        if (!isTriedAgain) {
            giveUp(now);
        }
        return isTriedAgain;
    }

    /** It has not left for sure: it may be taken back again. */
    void letGo() {
        claimedAt = null;
    }

    /**
     * It is tried no more: whom it was for and why is kept; its words only where none of them opens anything and nothing else
     * comes in their place, as the next letter does for a reminder.
     */
    void refused(String reason, Instant now) {
        failed(reason);
        unanswered = 0;
        letGo();
        giveUp(now);
    }

    private void giveUp(Instant now) {
        givenUpAt = now;
        if (source == null || ReminderMails.KINDS.contains(kind)) {
            forgetWords();
        }
    }

    /** Whether it may be leaving while somebody hears that it came back. */
    boolean isBeingSentTo(EmailAddress reader) {
        return waits() && isClaimed() && recipient.equals(reader.value());
    }

    /** As far as is known: of the address of a sent mail not all is kept. */
    boolean wasSentTo(EmailAddress reader) {
        return sentAt == null
                ? givenUpAt != null && unanswered > 0 && recipient.equals(reader.value())
                : recipient.equals(reader.masked());
    }

    /** It was taken and did not arrive. */
    void cameBack(String reason, Instant now) {
        sentAt = null;
        lastError = reason;
        givenUpAt = now;
        unanswered = 0;
        letGo();
    }

    private void forgetWords() {
        html = "";
        plain = "";
        unsubscribe = null;
    }
}
