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
 */
public record Batch(
        BatchId id,
        BatchState state,
        LocalDate day,
        int lookedAt,
        Instant createdAt,
        String createdBy,
        @Nullable LocalDate sentOn,
        @Nullable Instant postedAt) {

    public boolean isBusy() {
        return state == BatchState.PREPARING || state == BatchState.SENDING;
    }
}
