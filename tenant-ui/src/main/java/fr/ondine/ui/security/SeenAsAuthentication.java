package fr.ondine.ui.security;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.SeenAs;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.tenancy.Looking;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody of the staff who looks at the portal as a subscriber sees it: both are known at every request. */
final class SeenAsAuthentication extends AbstractAuthenticationToken {

    private final CurrentUser user;
    private final CurrentStaff staff;
    private final UUID agreement;
    private final Instant until;

    SeenAsAuthentication(SeenAs seen, CurrentStaff staff) {
        super(PasswordSignIn.SUBSCRIBER);
        this.user = seen.user();
        this.staff = staff;
        this.agreement = seen.agreement().value();
        this.until = seen.until();
        setAuthenticated(true);
    }

    CurrentStaff staff() {
        return staff;
    }

    Instant until() {
        return until;
    }

    Looking looking() {
        return new Looking(user.displayName(), until, back());
    }

    /** Any page of the back office ends it; this is the one that it was begun from. */
    String back() {
        return back(new AgreementId(agreement));
    }

    private static String back(AgreementId agreement) {
        return StaffSecurity.HOME + "/comptes/" + agreement.value();
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeenAsAuthentication same
                && user.equals(same.user)
                && staff.equals(same.staff)
                && until.equals(same.until);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}
