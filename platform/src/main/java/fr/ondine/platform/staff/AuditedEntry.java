package fr.ondine.platform.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One entry of the trail, with the name of who did it where that is one of the staff. */
public record AuditedEntry(
        UUID id, Instant at, String actor, Optional<String> name, String action, String subject, String detail) {

    AuditMark mark() {
        return new AuditMark(at, id);
    }
}
