package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.RawToken;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim that opens nothing yet: it waits for a click in a mailbox or for customer service. */
@Entity
class PendingClaim {

    enum State {
        AWAITING_MAIL,
        AWAITING_STAFF,
        APPROVED,
        REFUSED
    }

    @Id
    private UUID id;

    private UUID userId;
    private UUID agreementId;

    @Enumerated(EnumType.STRING)
    private State state;

    private String proof;
    private @Nullable String typedNumber;
    private byte @Nullable [] confirmation;

    @SuppressWarnings("unused")
    private Instant createdAt;

    private @Nullable Instant expiresAt;

    @SuppressWarnings("unused")
    private @Nullable Instant decidedAt;

    @SuppressWarnings("unused")
    private @Nullable String decidedBy;

    @Version
    @SuppressWarnings("unused")
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected PendingClaim() {}

    private PendingClaim(UUID id, UserId user, AgreementId agreement, String proof, State state, Instant now) {
        this.id = id;
        this.userId = user.value();
        this.agreementId = agreement.value();
        this.proof = proof;
        this.state = state;
        this.createdAt = now;
    }

    /** Goes on when the account is activated by the link that names this claim. */
    static PendingClaim untilActivation(UUID id, UserId user, AgreementId agreement, String proof, Instant now) {
        return new PendingClaim(id, user, agreement, proof, State.AWAITING_MAIL, now);
    }

    static PendingClaim forStaff(UUID id, UserId user, AgreementId agreement, String proof, Instant now) {
        return new PendingClaim(id, user, agreement, proof, State.AWAITING_STAFF, now);
    }

    /** From now on the link that goes to the address on file is what it waits for, and nothing else. */
    void confirmedBy(RawToken token, Instant expiry) {
        confirmation = token.digest();
        expiresAt = expiry;
    }

    /** The contract number as the person wrote it, which may be an older one. */
    void typed(String number) {
        typedNumber = number;
    }

    UUID id() {
        return id;
    }

    UserId user() {
        return new UserId(userId);
    }

    AgreementId agreement() {
        return new AgreementId(agreementId);
    }

    String proof() {
        return proof;
    }

    @Nullable
    String typed() {
        return typedNumber;
    }

    boolean awaitsLink(Instant now) {
        return state == State.AWAITING_MAIL && expiresAt != null && now.isBefore(expiresAt);
    }

    boolean awaitsStaff() {
        return state == State.AWAITING_STAFF;
    }

    boolean isApproved() {
        return state == State.APPROVED;
    }

    Optional<ClaimAwaits> awaits(Instant now) {
        if (awaitsStaff()) {
            return Optional.of(ClaimAwaits.STAFF);
        }
        return awaitsLink(now) ? Optional.of(ClaimAwaits.MAIL) : Optional.empty();
    }

    /** Whether nothing but the activation of the account is missing. */
    boolean opensOnActivation() {
        return isApproved() || state == State.AWAITING_MAIL && confirmation == null;
    }

    void approve(String by, Instant now) {
        decide(State.APPROVED, by, now);
    }

    void refuse(String by, Instant now) {
        decide(State.REFUSED, by, now);
    }

    private void decide(State decision, String by, Instant now) {
        state = decision;
        decidedBy = by;
        decidedAt = now;
        confirmation = null;
    }
}
