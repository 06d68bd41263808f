package fr.ondine.platform.customers;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.DelegationRows.Told;
import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.identity.AddressRestored;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.OwnerProof;
import fr.ondine.platform.identity.PasswordAsked;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a holder have somebody else see a contract, or pay its invoices too, until a day. The answer is the same whether the
 * address has an account or not; either may end it, and it ends by itself ({@link SharedAgreements}).
 */
@Service
public class Delegations {

    private static final Duration INVITATION = Duration.ofDays(7);
    private static final int LONGEST_YEARS = 2;
    private static final int MOST_AT_ONCE = 10;
    private static final int INVITATIONS_A_DAY = 10;
    private static final int PORTION = 100;

    private final Agreements agreements;
    private final DelegationRows rows;
    private final PasswordAsked passwords;
    private final RateLimits limits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delegations(
            Agreements agreements,
            DelegationRows rows,
            PasswordAsked passwords,
            RateLimits limits,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.agreements = agreements;
        this.rows = rows;
        this.passwords = passwords;
        this.limits = limits;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The last day on which somebody may be let see a contract who is invited today. */
    public LocalDate longest() {
        return LocalDate.now(clock).plusYears(LONGEST_YEARS);
    }

    /** Has a link mailed that only counts for who is signed in with that address; after the holder's password. */
    public void invite(
            CurrentUser holder,
            AgreementId agreement,
            EmailAddress invited,
            boolean mayPay,
            LocalDate until,
            String password) {
        check(holder, agreement, invited, until);
        passwords.require(holder.userId(), password);
        invite(holder, agreement, invited, mayPay, until);
    }

    /** The same for who has shown otherwise that it is they. */
    public void invite(
            CurrentUser holder,
            AgreementId agreement,
            EmailAddress invited,
            boolean mayPay,
            LocalDate until,
            OwnerProof proof) {
        check(holder, agreement, invited, until);
        passwords.require(holder.userId(), OwnerAct.SHARE_CONTRACT, proof);
        invite(holder, agreement, invited, mayPay, until);
    }

    private void check(CurrentUser holder, AgreementId agreement, EmailAddress invited, LocalDate until) {
        agreements.requireLinked(holder.userId(), agreement);
        if (until.isBefore(LocalDate.now(clock)) || until.isAfter(longest())) {
            throw DelegationRefused.day();
        }
        if (invited.equals(holder.email())) {
            throw DelegationRefused.self();
        }
    }

    private void invite(
            CurrentUser holder, AgreementId agreement, EmailAddress invited, boolean mayPay, LocalDate until) {
        if (!limits.allow("delegation", holder.userId().toString(), INVITATIONS_A_DAY, Duration.ofDays(1))) {
            throw DelegationRefused.tooMany();
        }
        transaction.executeWithoutResult(status -> file(holder, agreement, invited, mayPay, until));
    }

    private void file(
            CurrentUser holder, AgreementId agreement, EmailAddress invited, boolean mayPay, LocalDate until) {
        passwords.stillSignedIn(holder);
        agreements.requireLinked(holder.userId(), agreement);
        if (rows.count(agreement) >= MOST_AT_ONCE) {
            throw DelegationRefused.tooMany();
        }
        var token = RawToken.fresh();
        var open = clock.instant().plus(INVITATION);
        rows.invite(agreement, holder.userId(), invited, mayPay, until, token, open);
        audit.record("user:" + holder.userId(), "delegation.invited", "agreement:" + agreement.value(), "");
        events.publishEvent(new DelegationInvited(
                TenantContext.current(), invited, holder.email(), rows.number(agreement), mayPay, until, token, open));
    }

    /** Who is let see a contract, or invited to, for its holder. */
    @Transactional(readOnly = true)
    public List<Delegation> of(UserId holder, AgreementId agreement) {
        agreements.requireLinked(holder, agreement);
        return rows.of(agreement);
    }

    /** What others let the user see. */
    @Transactional(readOnly = true)
    public List<Delegation> to(UserId user) {
        return rows.to(user);
    }

    /** What a link offers to the person who is signed in; it is not used up by looking. */
    @Transactional(readOnly = true)
    public Optional<Delegation> offered(CurrentUser user, RawToken link) {
        return rows.look(link)
                .filter(offer -> isFor(offer, user))
                .map(offer -> new Delegation(
                        offer.id(), offer.number(), offer.holder().value(), offer.mayPay(), offer.until(), false));
    }

    /** Whether a link offers anything to anybody. */
    @Transactional(readOnly = true)
    public boolean isOffered(RawToken link) {
        return rows.look(link).isPresent();
    }

    /** Opens the contract to the person who is signed in, once; both are told. */
    @Transactional
    public void accept(CurrentUser user, RawToken link) {
        passwords.stillSignedIn(user);
        var offer = rows.look(link).orElseThrow(DelegationRefused::overLink);
        if (!isFor(offer, user)) {
            throw DelegationRefused.otherAddress();
        }
        // one leave for one contract and one person: the last that was accepted
        rows.endFormer(link, user.userId())
                .forEach(former -> record("user:" + user.userId(), "delegation.ended", former));
        if (!rows.accept(link, user.userId())) {
            throw DelegationRefused.overLink();
        }
        record("user:" + user.userId(), "delegation.accepted", offer.id());
        events.publishEvent(new DelegationAccepted(
                TenantContext.current(), offer.holder(), user.email(), offer.number(), offer.mayPay(), offer.until()));
    }

    /** Ends it, by the holder or by who was let see; of anybody else there is nothing to end. */
    @Transactional
    public void end(UserId user, UUID delegation) {
        rows.ofEither(delegation, user).ifPresent(told -> end(told, "user:" + user));
    }

    /** Ends with either account. */
    @EventListener
    void on(AccountDeleted deleted) {
        rows.ofEither(deleted.user()).forEach(told -> end(told, "user:" + deleted.user()));
    }

    /** Whoever had changed the address may have let somebody see: its owner, who was not told, does so anew. */
    @EventListener
    void on(AddressRestored restored) {
        rows.givenSince(restored.user(), restored.changedAt()).forEach(told -> end(told, "user:" + restored.user()));
    }

    /** Tells of a portion of those that have ended by themselves; false when there was none. */
    boolean tellOfOver() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var over = rows.over(PORTION);
            over.forEach(told -> end(told, "system"));
            return !over.isEmpty();
        }));
    }

    private void end(Told told, String by) {
        rows.end(told.id(), by);
        record(by, "delegation.ended", told.id());
        told.delegate()
                .ifPresent(delegate -> events.publishEvent(
                        new DelegationEnded(TenantContext.current(), told.holder(), delegate, told.number())));
    }

    private static boolean isFor(Told offer, CurrentUser user) {
        return offer.delegate().filter(user.email()::equals).isPresent();
    }

    private void record(String actor, String action, UUID subject) {
        audit.record(actor, action, "delegation:" + subject, "");
    }
}
