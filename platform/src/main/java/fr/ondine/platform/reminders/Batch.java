package fr.ondine.platform.reminders;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A batch of reminders as staff see it.
 *
 * @param day on which it was prepared
 * @param lookedAt how many agreements were looked at so far
 * @param sentOn null until somebody sends it
 * @param postedAt when staff said that its papers are posted
 * @param booksKnownOn the day up to which imports tell of payments by now: who paid since, other than by card, is asked all the
 *     same; null where none ever did
 */
public record Batch(
        BatchId id,
        BatchState state,
        LocalDate day,
        int lookedAt,
        Instant createdAt,
        String createdBy,
        @Nullable LocalDate sentOn,
        @Nullable Instant postedAt,
        @Nullable LocalDate booksKnownOn) {

    public boolean isBusy() {
        return state == BatchState.PREPARING || state == BatchState.SENDING;
    }
}
