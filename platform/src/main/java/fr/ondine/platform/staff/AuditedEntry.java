package fr.ondine.platform.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of the trail.
 *
 * @param name of who did it, where that is one of the staff or a program
 * @param about what it was done to, as it is printed: a contract's number, an invoice's, the name of one of the staff or a program's
 */
public record AuditedEntry(
        UUID id,
        Instant at,
        String actor,
        Optional<String> name,
        String action,
        String subject,
        Optional<String> about,
        String detail) {

    AuditMark mark() {
        return new AuditMark(at, id);
    }
}
