package fr.ondine.platform.customers;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ClaimKeyFormat;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Renews the claim key of an agreement whose paper was lost or seen by others: the one before opens nothing any more. */
@Service
@Transactional
public class ClaimKeyDesk {

    private final ClaimKeyStore keys;
    private final FreshClaimKeys fresh;
    private final AuditTrail audit;
    private final Tenants tenants;
    private final Clock clock;

    ClaimKeyDesk(ClaimKeyStore keys, FreshClaimKeys fresh, AuditTrail audit, Tenants tenants, Clock clock) {
        this.keys = keys;
        this.fresh = fresh;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Empty where the utility has no such keys. */
    @Transactional(readOnly = true)
    public Optional<ClaimKeyFile> file(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.SERVE);
        return format().map(format -> onFile(agreement));
    }

    /**
     * Gives the agreement another key, and closes claims that wait and were proven by the one before.
     *
     * @param seen what was seen when this was decided
     * @return the new key as it is printed, which is shown this once
     */
    public String renew(CurrentStaff who, AgreementId agreement, ClaimKeyFile seen) {
        who.require(StaffPermission.SERVE);
        var format = format().orElseThrow(UnknownAgreement::new);
        keys.lockHolder(agreement);
        var now = onFile(agreement);
        if (now.renewals() != seen.renewals() || now.isThere() != seen.isThere()) {
            throw new ClaimKeyRenewedMeanwhile();
        }
        var at = clock.instant();
        keys.putAway(agreement, at, who.actor());
        var key = another(agreement);
        keys.give(agreement, key);
        var closed = keys.closeClaims(agreement, tenants.current().claims().anyKeyOfHolderProves(), at, who.actor());
        audit.record(
                who.actor(), "claim-key.renewed", "agreement:" + agreement.value(), closed + " waiting claims closed");
        return format.display(key.clear());
    }

    /** One that the agreement never had. */
    private FreshClaimKey another(AgreementId agreement) {
        var key = Objects.requireNonNull(fresh.draw().orElse(null));
        return keys.isFormer(agreement, key) ? another(agreement) : key;
    }

    private ClaimKeyFile onFile(AgreementId agreement) {
        return keys.file(agreement, tenants.current().contractNumbers()).orElseThrow(UnknownAgreement::new);
    }

    private Optional<ClaimKeyFormat> format() {
        return Optional.ofNullable(tenants.current().claims().claimKey());
    }
}
