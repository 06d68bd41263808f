package fr.ondine.platform.customers;

import fr.ondine.tenantconfig.ClaimRule;
import fr.ondine.tenantconfig.ClaimRule.Confirmation;
import fr.ondine.tenantconfig.Proof;
import java.util.List;
import java.util.Set;

/** How far a claim has come by its proofs, and what the utility's rule asks for next. */
enum Standing {
    OPENS,
    NEEDS_MAIL,
    NEEDS_PROOF,
    NEEDS_STAFF,
    /** The rule knows no way on: only customer service can help. */
    STUCK;

    /** The first confirmation of the rule that is possible, unless the proofs are strong enough together. */
    static Standing of(ClaimRule rule, Set<Proof> given, boolean addressOnFile) {
        if (bits(rule, given) >= ClaimRule.LEAST_BITS) {
            return OPENS;
        }
        return rule.weakProofs().stream()
                .filter(confirmation -> isPossible(confirmation, rule, given, addressOnFile))
                .findFirst()
                .map(Standing::after)
                .orElse(STUCK);
    }

    /** Where a claim stands when the person has no further proof to give. */
    static Standing withoutFurtherProof(ClaimRule rule) {
        return rule.weakProofs().contains(Confirmation.STAFF_APPROVAL) ? NEEDS_STAFF : STUCK;
    }

    /** The proofs any one of which, together with those given, would be enough. */
    static List<Proof> sufficient(ClaimRule rule, Set<Proof> given) {
        return rule.proofs().stream()
                .filter(proof -> !given.contains(proof))
                .filter(proof -> bits(rule, given) + rule.bits(proof) >= ClaimRule.LEAST_BITS)
                .toList();
    }

    private static boolean isPossible(
            Confirmation confirmation, ClaimRule rule, Set<Proof> given, boolean addressOnFile) {
        return switch (confirmation) {
            case MAIL_TO_ADDRESS_ON_FILE -> addressOnFile;
            case SECOND_PROOF -> !sufficient(rule, given).isEmpty();
            case STAFF_APPROVAL -> true;
        };
    }

    private static Standing after(Confirmation confirmation) {
        return switch (confirmation) {
            case MAIL_TO_ADDRESS_ON_FILE -> NEEDS_MAIL;
            case SECOND_PROOF -> NEEDS_PROOF;
            case STAFF_APPROVAL -> NEEDS_STAFF;
        };
    }

    private static int bits(ClaimRule rule, Set<Proof> given) {
        return given.stream().mapToInt(rule::bits).sum();
    }
}
