package fr.ondine.platform.customers;

import fr.ondine.tenantconfig.Proof;
import java.time.Duration;
import java.util.List;

/** What comes of a contract number and a proof. */
public sealed interface ProofOutcome {

    /** The claim may go on: {@link Claims#open} for who is signed in, {@link Claims#signUp} for who is not. */
    record Proven(ProvenClaim claim) implements ProofOutcome {}

    /** Right, but not enough: one of these proofs would do, or {@link ClaimProofs#withoutFurtherProof}. */
    record MoreNeeded(ProvenClaim claim, List<Proof> oneOf) implements ProofOutcome {}

    /** No such contract or a wrong proof: nobody learns which. */
    record NotRecognised() implements ProofOutcome {}

    /** Too many attempts: the next one may be made after this time. */
    record TooMany(Duration pause) implements ProofOutcome {}

    /** Right, but there is no way to confirm it on the portal: customer service has to help. */
    record Stuck() implements ProofOutcome {}
}
