package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.tenantconfig.Proof;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A claim whose proof was right, on its way; it says nothing of the contract, and only this module makes one, so that a
 * page cannot claim what nobody proved.
 */
public final class ProvenClaim {

    private final AgreementId agreement;
    private final String number;
    private final Set<Proof> given;
    private final Standing standing;
    private final String key;
    private final @Nullable UserId by;

    ProvenClaim(
            AgreementId agreement,
            String number,
            Set<Proof> given,
            Standing standing,
            String key,
            @Nullable UserId by) {
        this.agreement = agreement;
        this.number = number;
        this.given = Collections.unmodifiableSet(EnumSet.copyOf(given));
        this.standing = standing;
        this.key = key;
        this.by = by;
    }

    AgreementId agreement() {
        return agreement;
    }

    /** As it was typed, which may be an older one. */
    String number() {
        return number;
    }

    Set<Proof> given() {
        return given;
    }

    Standing standing() {
        return standing;
    }

    /** The digests of the claim key that was given, one under each master key; empty when none was. */
    String key() {
        return key;
    }

    @Nullable
    UserId by() {
        return by;
    }

    ProvenClaim at(Standing further) {
        return new ProvenClaim(agreement, number, given, further, key, by);
    }

    /** The proofs that were given, as the link and the audit trail keep them. */
    String proof() {
        return given.stream().map(Proof::name).collect(Collectors.joining("+"));
    }
}
