package fr.ondine.platform.tenancy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one utility hold three quarters of a node's connections at most: while all that it asks waits on a lock of its
 * own, the others are answered from the rest.
 */
final class ConnectionShares {

    private final int share;
    private final Duration patience;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    ConnectionShares(int connections, Duration patience) {
        this.share = (3 * connections + 3) / 4;
        this.patience = patience;
    }

    /** Waits for one of the utility's connections to be free. */
    void take(String tenant) throws ShareUsedUp {
        if (!isFree(share(tenant))) {
            throw new ShareUsedUp(tenant, share);
        }
    }

    void giveBack(String tenant) {
        share(tenant).release();
    }

    private Semaphore share(String tenant) {
        return free.computeIfAbsent(tenant, first -> new Semaphore(share, true));
    }

    private boolean isFree(Semaphore connections) {
        try {
            return connections.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
