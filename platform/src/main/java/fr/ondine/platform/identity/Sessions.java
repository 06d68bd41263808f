package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.SessionRows.State;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's sessions: each begins here, counts as long as it is said here, and is ended here, on every node at once. */
@Service
public class Sessions {

    /** So that the many messages of a page do not write each. */
    private static final Duration NOTED_EACH = Duration.ofMinutes(2);

    private final SessionRows rows;
    private final UserAccounts accounts;
    private final RememberedDevices devices;
    private final KnownBrowsers browsers;
    private final AuditTrail audit;
    private final Clock clock;

    Sessions(
            SessionRows rows,
            UserAccounts accounts,
            RememberedDevices devices,
            KnownBrowsers browsers,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.devices = devices;
        this.browsers = browsers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whoever has just shown who they are is signed in with that browser, which shows the mark that it was given before, if
     * it was; {@link SignInRefused} when the account was closed, or its password changed, in between.
     */
    @Transactional
    public Entered begin(CurrentUser user, Browser browser, Optional<RawToken> shown) {
        var mark = shown.orElseGet(RawToken::fresh);
        var begun = rows.begin(user, browser, mark).orElseThrow(SignInRefused::new);
        return new Entered(begun.user(), begun.isKnown() ? mark : browsers.greet(begun.user(), shown, browser));
    }

    /** Whether the session is of the bound utility and nothing has ended it since it began; it is used now if so. */
    public boolean isCurrent(CurrentUser user) {
        if (!user.tenant().equals(TenantContext.current())) {
            return false;
        }
        var state = rows.state(user).filter(found -> counts(user, found));
        state.ifPresent(found -> use(user, found));
        return state.isPresent();
    }

    /** Where the person is signed in, the session that asks first; {@code idle} is how long one lives without a request. */
    public List<SignedInDevice> of(CurrentUser user, Duration idle) {
        return rows.of(user, idle.plus(NOTED_EACH));
    }

    /** Signs the person out there, and has the device forgotten. */
    @Transactional
    public void end(UserId user, UUID session) {
        if (rows.end(user, session)) {
            audit.record("user:" + user, "session.ended", "user:" + user, "");
        }
    }

    /** Signs the person out everywhere else; this session goes on as the returned user. */
    @Transactional
    public CurrentUser endOthers(CurrentUser user) {
        var person = user.userId();
        // one that was ended meanwhile ends none and does not go on: it may have been a thief's
        var account =
                accounts.lockActive(person).filter(found -> isCurrent(user)).orElseThrow(SignInRefused::new);
        account.endSessions();
        devices.forgetOthers(user);
        audit.record("user:" + person, "sessions.ended", "user:" + person, "all but one");
        var still = accounts.saveAndFlush(account).signedIn(user.utility()).in(user.session());
        rows.goOn(still);
        return still;
    }

    /** The session goes on as what the account has become, although everything older has ended. */
    public void goOn(CurrentUser become) {
        rows.goOn(become);
    }

    /** Who a session of that account would be, for staff who look at what it sees: it signs nobody in. */
    @Transactional(readOnly = true)
    public Optional<CurrentUser> asSeen(UserId user) {
        return accounts.findActive(user)
                .map(account -> account.signedIn(TenantContext.current().slug()));
    }

    /** Signs the person out on every device, this one and the remembered ones too. */
    @Transactional
    public void endAll(UserId user) {
        endAll(user, "user:" + user);
    }

    /** The same by somebody else, whom the caller has asked whether they may. */
    @Transactional
    public void endAll(UserId user, String by) {
        accounts.endSessions(user);
        devices.forgetAll(user);
        audit.record(by, "sessions.ended", "user:" + user, "");
    }

    /**
     * Signs every subscriber of the bound utility out on every device; what programs may do for them ends with it. The caller
     * has asked whether they may.
     *
     * @return how many accounts there are
     */
    @Transactional
    public int endEverybodys(String by) {
        var accounts = this.accounts.endEverybodysSessions();
        devices.forgetEverybodys();
        rows.forgetEverybody();
        audit.record(by, "sessions.ended-of-all", "subscribers", String.valueOf(accounts));
        return accounts;
    }

    private static boolean counts(CurrentUser user, State state) {
        return state.securityVersion() == user.securityVersion()
                && (user.session() == null || state.lastUsed() != null);
    }

    private void use(CurrentUser user, State state) {
        if (user.session() != null
                && state.lastUsed() != null
                && state.lastUsed().isBefore(clock.instant().minus(NOTED_EACH))) {
            rows.touch(user.session());
        }
    }
}
