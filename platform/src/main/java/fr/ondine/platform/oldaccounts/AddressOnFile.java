package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has the address that was known of a former login told when an account of another address took it over. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AddressOnFile {

    private final Profiles profiles;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    AddressOnFile(Profiles profiles, AuditTrail audit, ApplicationEventPublisher events) {
        this.profiles = profiles;
        this.audit = audit;
        this.events = events;
    }

    /** {@code login} is as it was before it came over: what is known of it is forgotten in the same transaction. */
    void tell(OldLogin login, UserId user, Instant when) {
        Optional.ofNullable(login.email()).filter(onFile -> !isOf(user, onFile)).ifPresent(onFile -> {
            audit.record("user:" + user, "old-account.address-told", "old-login:" + login.id(), "");
            events.publishEvent(new OldAccountElsewhere(TenantContext.current(), onFile, login.number(), when));
        });
    }

    private boolean isOf(UserId user, EmailAddress onFile) {
        return profiles.address(user).filter(onFile::equals).isPresent();
    }
}
