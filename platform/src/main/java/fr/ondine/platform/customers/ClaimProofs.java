package fr.ondine.platform.customers;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.ProofOutcome.MoreNeeded;
import fr.ondine.platform.customers.ProofOutcome.NotRecognised;
import fr.ondine.platform.customers.ProofOutcome.Proven;
import fr.ondine.platform.customers.ProofOutcome.Stuck;
import fr.ondine.platform.customers.ProofOutcome.TooMany;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.tenantconfig.Proof;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at what a person gives to show that a contract is theirs, by the utility's rule.
 *
 * <p>An unknown contract and a wrong proof are one answer, after the same work. What follows a right proof is
 * {@link Claims}'s.
 */
@Service
@Transactional
public class ClaimProofs {

    private final ContractsOnFile contracts;
    private final ClaimLimiter limiter;
    private final Tenants tenants;
    private final Vault vault;
    private final AuditTrail audit;

    ClaimProofs(ContractsOnFile contracts, ClaimLimiter limiter, Tenants tenants, Vault vault, AuditTrail audit) {
        this.contracts = contracts;
        this.limiter = limiter;
        this.tenants = tenants;
        this.vault = vault;
        this.audit = audit;
    }

    /** Looks at a contract number, today's or an older one, and a proof; spaces, dots and lower case are understood. */
    public ProofOutcome prove(ClaimAttempt attempt, Visitor visitor) {
        var numbers = tenants.current().contractNumbers();
        var number =
                numbers.normalise(attempt.number()).orElseThrow(() -> new ImpossibleContractNumber(numbers.example()));
        return examine(number, typed(attempt.proof(), attempt.secret()), null, attempt.by(), visitor);
    }

    /** Looks at a further proof of a claim whose first one was right but not enough. */
    public ProofOutcome proveFurther(ProvenClaim claim, Proof proof, String secret, Visitor visitor) {
        return examine(claim.number(), typed(proof, secret), claim, claim.by(), visitor);
    }

    /** The person has no further proof: customer service decides, where the rule says so. */
    public ProofOutcome withoutFurtherProof(ProvenClaim claim) {
        return outcome(claim.at(Standing.withoutFurtherProof(tenants.current().claims())));
    }

    private TypedProof typed(Proof proof, String secret) {
        var utility = tenants.current();
        if (!utility.claims().proofs().contains(proof)) {
            throw new IllegalArgumentException(proof + " proves nothing at " + utility.slug());
        }
        return TypedProof.of(proof, secret, utility, vault);
    }

    private ProofOutcome examine(
            String number, TypedProof typed, @Nullable ProvenClaim begun, @Nullable UserId by, Visitor visitor) {
        var rule = tenants.current().claims();
        var held = contracts.find(number, typed, rule.anyKeyOfHolderProves());
        var current = held.stream().findFirst();
        var limits = limiter.of(rule.limits(), visitor, by, subject(number, current));
        var wait = limiter.take(limits);
        if (!wait.isZero()) {
            return new TooMany(wait);
        }
        var proven = shown(typed, held, begun);
        audit.record(
                actor(by),
                proven.isPresent() ? "claim.proven" : "claim.not-recognised",
                subject(proven.or(() -> current)),
                "by " + typed);
        if (proven.isEmpty()) {
            return new NotRecognised();
        }
        var contract = proven.get();
        var given = EnumSet.of(typed.kind());
        if (begun != null) {
            given.addAll(begun.given());
        }
        var standing = Standing.of(rule, given, contract.hasEmail());
        var pause = standing == Standing.OPENS
                ? Duration.ZERO
                : limiter.takeUnopened(rule.limits(), subject(number, current));
        if (!pause.isZero()) {
            // its try is not given back: otherwise it could be repeated, and written down, for ever
            return new TooMany(pause);
        }
        limiter.giveBack(limits);
        return outcome(new ProvenClaim(contract.agreement(), number, given, standing, key(typed, begun), by));
    }

    private static String key(TypedProof typed, @Nullable ProvenClaim begun) {
        return typed.kind() == Proof.CLAIM_KEY || begun == null ? typed.valueIf(Proof.CLAIM_KEY) : begun.key();
    }

    /** The contract that a proof is of: two proofs of one claim are of one contract. */
    private static Optional<ContractOnFile> shown(
            TypedProof typed, List<ContractOnFile> held, @Nullable ProvenClaim begun) {
        typed.shows(null); // so that no contract takes no less time
        return held.stream()
                .filter(contract -> begun == null || contract.agreement().equals(begun.agreement()))
                .filter(typed::shows)
                .findFirst();
    }

    private ProofOutcome outcome(ProvenClaim claim) {
        return switch (claim.standing()) {
            case OPENS, NEEDS_MAIL, NEEDS_STAFF -> new Proven(claim);
            case NEEDS_PROOF ->
                new MoreNeeded(claim, Standing.sufficient(tenants.current().claims(), claim.given()));
            case STUCK -> new Stuck();
        };
    }

    private static String actor(@Nullable UserId by) {
        return by == null ? "visitor" : "user:" + by;
    }

    private static String subject(Optional<ContractOnFile> contract) {
        return contract.map(found -> "agreement:" + found.agreement().value()).orElse("agreement:unknown");
    }

    /** An older number is limited together with today's, and whoever held it before with whoever does. */
    private static String subject(String number, Optional<ContractOnFile> contract) {
        return contract.map(found -> subject(Optional.of(found))).orElse(number);
    }
}
