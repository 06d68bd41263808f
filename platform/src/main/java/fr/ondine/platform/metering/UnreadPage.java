package fr.ondine.platform.metering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some of the meters that nobody has read for long.
 *
 * @param next where to go on looking; empty once all meters were looked at
 */
public record UnreadPage(List<UnreadMeter> rows, Optional<UUID> next) {
    public UnreadPage {
        rows = List.copyOf(rows);
    }
}
