package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two moments of a sign-in that need the database, so that no connection is held while a password is hashed. */
@Component
@Transactional
class SignIns {

    private final UserAccounts accounts;
    private final Clock clock;

    SignIns(UserAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Optional<Candidate> candidate(EmailAddress email) {
        return accounts.findByEmail(email.value()).map(account -> new Candidate(account.id(), account.passwordHash()));
    }

    Optional<String> hash(UserId user) {
        return accounts.findActive(user).map(UserAccount::passwordHash);
    }

    /** Signs in, unless the password was changed while the old one was checked. */
    CurrentUser complete(Candidate candidate) {
        var account = accounts.findActive(candidate.user())
                .filter(found -> candidate.hash() != null && candidate.hash().equals(found.passwordHash()))
                .orElseThrow(SignInRefused::new);
        accounts.signedIn(account.id(), clock.instant());
        return account.signedIn(TenantContext.current().slug());
    }

    record Candidate(UserId user, @Nullable String hash) {}
}
