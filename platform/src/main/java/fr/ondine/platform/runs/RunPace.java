package fr.ondine.platform.runs;

import java.time.Duration;

/** How fast a run goes on, by what was done in the last half minute. */
public record RunPace(long agreementsPerSecond, Duration left) {

    static final Duration WINDOW = Duration.ofSeconds(30);

    static RunPace of(long agreements, long chunks, long chunksLeft, Duration in) {
        var seconds = Math.max(1.0, in.toMillis() / 1000.0);
        return new RunPace(
                Math.round(agreements / seconds), Duration.ofSeconds((long) Math.ceil(chunksLeft * seconds / chunks)));
    }
}
