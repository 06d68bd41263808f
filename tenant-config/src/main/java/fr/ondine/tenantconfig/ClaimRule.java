package fr.ondine.tenantconfig;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a person shows that a contract is theirs, and what each proof is worth (docs/decisions/0004-claim-strength.md). */
public record ClaimRule(
        Order order,
        Scope opens,
        List<Proof> proofs,
        @Nullable ClaimKeyFormat claimKey,
        List<Confirmation> weakProofs,
        ClaimLimits limits) {

    /** ASVS 5, 6.5.4: a code with less than this opens nothing by itself. */
    public static final int LEAST_BITS = 20;

    /** Whether the account or the claim comes first. */
    public enum Order {
        ACCOUNT_FIRST,
        CLAIM_FIRST
    }

    /** What a successful claim opens. */
    public enum Scope {
        ALL_CONTRACTS_OF_HOLDER,
        ONE_CONTRACT
    }

    /** What must follow a proof that opens nothing by itself; the first that is possible is taken. */
    public enum Confirmation {
        MAIL_TO_ADDRESS_ON_FILE,
        SECOND_PROOF,
        STAFF_APPROVAL
    }

    public ClaimRule {
        Invalid.whenEmpty("proofs", proofs);
        Invalid.whenRepeated("proofs", proofs);
        Invalid.whenRepeated("weakProofs", weakProofs);
        Invalid.when(proofs.contains(Proof.CLAIM_KEY) && claimKey == null, "claimKey", "claim-key-missing");
        Invalid.when(!proofs.contains(Proof.CLAIM_KEY) && claimKey != null, "claimKey", "claim-key-useless");
        if (claimKey != null) {
            Invalid.unless(bits(claimKey) >= LEAST_BITS, "claimKey", "claim-key-weak", bits(claimKey), LEAST_BITS);
        }
        var weak = weak(proofs);
        Invalid.unless(
                weak.isEmpty() || weakProofs.contains(Confirmation.MAIL_TO_ADDRESS_ON_FILE),
                "weakProofs",
                "weak-proofs-unconfirmed",
                LEAST_BITS,
                new WeakProofs(weak),
                weak.size());
        Invalid.when(
                weakProofs.contains(Confirmation.SECOND_PROOF) && proofs.size() < 2,
                "weakProofs",
                "second-proof-impossible");
    }

    /** The strength of a proof in bits: how many guesses it takes, as a power of two. */
    public int bits(Proof proof) {
        return proof.bits(claimKey == null ? 0 : bits(claimKey));
    }

    /** Whether this proof is strong enough to open the contract without a confirmation. */
    public boolean opensByItself(Proof proof) {
        return proofs.contains(proof) && bits(proof) >= LEAST_BITS;
    }

    /**
     * Whether the key of any contract of the holder proves each of them. A holder of a thousand contracts makes a guess a
     * thousand times as likely, which takes ten bits away.
     */
    public boolean anyKeyOfHolderProves() {
        return opens == Scope.ALL_CONTRACTS_OF_HOLDER && bits(Proof.CLAIM_KEY) >= LEAST_BITS + 10;
    }

    /** A claim key that is too weak is refused for itself. */
    private static List<WeakProofs.Worth> weak(List<Proof> proofs) {
        return proofs.stream()
                .filter(proof -> proof != Proof.CLAIM_KEY)
                .map(proof -> new WeakProofs.Worth(proof, proof.bits(0)))
                .toList();
    }

    private static int bits(ClaimKeyFormat claimKey) {
        return (int) claimKey.bits();
    }
}
