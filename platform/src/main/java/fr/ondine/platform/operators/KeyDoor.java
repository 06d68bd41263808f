package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.PlatformLimits;
import fr.ondine.platform.tenancy.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets programs in by a key: as its operator, as far as both the key and the operator may, for this one request. */
@Service
public class KeyDoor {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final KeyRing keys;
    private final OperatorAccounts accounts;
    private final PlatformLimits limits;
    private final WatchedDoors doors;
    private final OperatorSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyDoor(
            KeyRing keys,
            OperatorAccounts accounts,
            PlatformLimits limits,
            WatchedDoors doors,
            OperatorSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.keys = keys;
        this.accounts = accounts;
        this.limits = limits;
        this.doors = doors;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Who acts by that key, shown from that network address. {@link KeyRefused} or {@link KeyBusy} otherwise, or
     * {@link fr.ondine.platform.tenancy.LimitsAway} while nobody can tell which.
     */
    public CurrentOperator open(String key, String from) {
        if (!key.startsWith(OperatorKeys.PREFIX)) {
            throw new KeyRefused(); // no key, so no wrong one either
        }
        var wrong = new RateLimit("key-from", from, settings.wrongKeysPerAddress(), WINDOW);
        orWait(doors.take(wrong));
        var program = transaction.execute(status -> find(new RawToken(key)));
        doors.giveBack(List.of(wrong));
        orWait(limits.take("key", program.key().id().toString(), settings.requestsPerKey(), MINUTE));
        return program.operator();
    }

    private Program find(RawToken shown) {
        var key = keys.find(shown.digest(), clock.instant()).orElseThrow(KeyRefused::new);
        var account =
                accounts.find(key.operator()).filter(OperatorAccount::isActive).orElseThrow(KeyRefused::new);
        keys.used(key.id(), clock.instant());
        return new Program(key, account.signedIn().by(key.name(), key.permission()));
    }

    private static void orWait(Duration wait) {
        if (wait.isPositive()) {
            throw new KeyBusy(wait);
        }
    }

    private record Program(KeyRing.Found key, CurrentOperator operator) {}
}
