package fr.ondine.platform.staff;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which entries of the trail are looked for.
 *
 * @param person a name or an address of the staff, an account's address, or the actor as it is written; empty for all
 * @param subject a number of a contract or an invoice, or the subject as it is written; empty for all
 */
public record AuditFilter(
        String person, String subject, Optional<AuditKind> kind, Optional<LocalDate> from, Optional<LocalDate> to) {

    public static final AuditFilter ALL = new AuditFilter("", "", Optional.empty(), Optional.empty(), Optional.empty());
}
