package fr.ondine.platform.notifications;

import java.time.Duration;
import java.time.Instant;

/** So many mails are written for many readers at once that those which somebody waits for are sent between them. */
final class Pace {

    private static final Duration EACH = Duration.ofMillis(50);

    private Pace() {}

    /** When the next are written after so many. */
    static Instant after(int mails, Instant now) {
        return now.plus(EACH.multipliedBy(mails));
    }
}
