package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's access to one utility's portal. */
@Entity
class UserAccount {

    enum State {
        PENDING,
        ACTIVE,
        DELETED
    }

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private UserId id;

    private String email;
    private @Nullable String passwordHash;
    private @Nullable String title;
    private @Nullable String firstName;
    private @Nullable String lastName;

    @Enumerated(EnumType.STRING)
    private State state;

    private int securityVersion;
    private Instant createdAt;

    @SuppressWarnings("unused")
    private @Nullable Instant activatedAt;

    @SuppressWarnings("unused")
    private @Nullable Instant lastSignInAt;

    @Version
    @SuppressWarnings("unused")
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected UserAccount() {}

    /** An account that opens nothing until its owner has shown that the mailbox is theirs. */
    UserAccount(EmailAddress email, PersonName name, Instant now) {
        this.id = UserId.fresh();
        this.email = email.value();
        this.state = State.PENDING;
        this.createdAt = now;
        rename(name);
    }

    UserId id() {
        return id;
    }

    EmailAddress email() {
        return new EmailAddress(email);
    }

    @Nullable
    String passwordHash() {
        return state == State.ACTIVE ? passwordHash : null;
    }

    PersonName name() {
        return new PersonName(title, firstName, lastName);
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** A surname alone is no way to address anybody. */
    CurrentUser signedIn(String utility) {
        return signedIn(utility, id, email, name(), securityVersion);
    }

    static CurrentUser signedIn(String utility, UserId id, String email, PersonName name, int securityVersion) {
        var called = name.title() == null && name.firstName() == null ? "" : name.full();
        return new CurrentUser(utility, id, email, called.isEmpty() ? email : called, securityVersion);
    }

    /** Whether nothing has ended that session yet. */
    boolean isOf(CurrentUser session) {
        return securityVersion == session.securityVersion();
    }

    void activate(@Nullable String hash, Instant now) {
        state = State.ACTIVE;
        activatedAt = now;
        passwordHash = hash;
    }

    /** Takes another password; whoever is signed in with the old one no longer is. */
    void changePassword(String hash) {
        passwordHash = hash;
        endSessions();
    }

    /** The same password, stored better. */
    void rehash(String hash) {
        passwordHash = hash;
    }

    /** No password opens the account until its owner chooses one, by mail. */
    void lock() {
        passwordHash = null;
        endSessions();
    }

    void changeEmail(EmailAddress fresh) {
        email = fresh.value();
        endSessions();
    }

    final void rename(PersonName name) {
        title = name.title();
        firstName = name.firstName();
        lastName = name.lastName();
    }

    void endSessions() {
        securityVersion++;
    }

    /** Forgets the person; the row stays, so that what they did keeps an author without a name. */
    void anonymise() {
        state = State.DELETED;
        email = id.value() + "@compte.supprime";
        passwordHash = null;
        rename(PersonName.UNKNOWN);
        endSessions();
    }
}
