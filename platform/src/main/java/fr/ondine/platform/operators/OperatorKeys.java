package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.PlatformJobs;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Operators' keys (clés d'accès): each operator makes and ends their own; a program shows one at each request. */
@Service
public class OperatorKeys {

    /** What every key begins with, so that one that was published by mistake is found. */
    public static final String PREFIX = "ondk_";

    private static final int MOST = 20;

    private final KeyRing keys;
    private final PresentPassword password;
    private final OperatorCredentials credentials;
    private final OperatorActs acts;
    private final PlatformJobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OperatorKeys(
            KeyRing keys,
            PresentPassword password,
            OperatorCredentials credentials,
            OperatorActs acts,
            PlatformJobs jobs,
            TransactionTemplate transaction,
            Clock clock) {
        this.keys = keys;
        this.password = password;
        this.credentials = credentials;
        this.acts = acts;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An operator's own keys, the latest first; those that were ended are not among them. */
    @Transactional(readOnly = true)
    public List<OperatorKey> of(CurrentOperator who) {
        return keys.of(who.id());
    }

    /** Makes a key and tells it this one time; it may do no more than its operator may, and needs no second factor later. */
    public String create(CurrentOperator who, KeyWish wish, String presentPassword) {
        who.requireProven(Permission.VIEW, clock);
        wish.refuseBut(who.permission());
        password.confirm(who, presentPassword);
        var secret = RawToken.fresh();
        var key = PREFIX + secret.value();
        transaction.executeWithoutResult(status -> {
            credentials.requireStillSignedIn(who);
            if (keys.of(who.id()).size() >= MOST) {
                throw new OperatorRefused("key-too-many", MOST);
            }
            var now = clock.instant();
            keys.add(UUID.randomUUID(), who.id(), wish, new RawToken(key).digest(), now);
            var until = now.plus(wish.life()).truncatedTo(ChronoUnit.SECONDS);
            var detail = wish.name() + " " + wish.permission() + " until " + until;
            acts.record(who.actor(), "key created", detail);
            jobs.enqueue(AccountNews.KEY_CREATED.task(), who.id(), now);
        });
        return key;
    }

    @Transactional
    public void revoke(CurrentOperator who, UUID id) {
        keys.revoke(who.id(), id, clock.instant()).ifPresent(name -> acts.record(who.actor(), "key revoked", name));
    }
}
