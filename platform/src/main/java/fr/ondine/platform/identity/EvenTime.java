package fr.ondine.platform.identity;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Makes an answer take the same time whether an account exists or not. */
@Component
class EvenTime {

    private final Duration least;

    EvenTime(IdentitySettings settings) {
        this.least = settings.leastAnswer();
    }

    void run(Runnable work) {
        var start = System.nanoTime();
        try {
            work.run();
        } finally {
            waitUntil(start + least.toNanos());
        }
    }

    private static void waitUntil(long moment) {
        var left = moment - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }
}
