package fr.ondine.migrations;

import java.time.Duration;

/**
 * How long a move waits for those who work for the utility.
 *
 * @param atMost after that it is given up
 * @param quiet for how long nobody must be seen to believe that every node has noticed
 * @param locks how long what cannot be written meanwhile may wait for one who holds a table
 * @param silence after that a cluster that was asked how things stand is away
 */
record MovePatience(Duration atMost, Duration quiet, Duration locks, Duration silence) {

    /** Every node looks at the registry once a second. */
    static final Duration QUIET = Duration.ofSeconds(3);

    static MovePatience with(Duration quiet) {
        return new MovePatience(Duration.ofMinutes(1), quiet, Duration.ofSeconds(30), Duration.ofMinutes(1));
    }
}
