package fr.ondine.ui.console;

import fr.ondine.platform.operators.KeyWish;
import java.time.Duration;

/** How long a key may live, as operators choose it. */
enum KeyLife {
    MONTH(Duration.ofDays(30)),
    QUARTER(Duration.ofDays(90)),
    YEAR(KeyWish.LONGEST);

    private final Duration duration;

    KeyLife(Duration duration) {
        this.duration = duration;
    }

    Duration duration() {
        return duration;
    }

    String words() {
        return Words.text("console.keys.life.days", duration.toDays());
    }
}
