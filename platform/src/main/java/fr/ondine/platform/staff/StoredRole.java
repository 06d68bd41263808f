package fr.ondine.platform.staff;

import org.jspecify.annotations.Nullable;

/**
 * A role in its two columns: those that the release before knows in one of them, the newer ones in another, so that it
 * never meets a word that it cannot read.
 */
final class StoredRole {

    private StoredRole() {}

    static StaffRole of(String old, @Nullable String newer) {
        return StaffRole.valueOf(newer == null ? old : newer);
    }

    /** A release that does not know the newer role takes the person for the least of those that it knows. */
    static String old(StaffRole role) {
        return newer(role).isEmpty() ? role.name() : StaffRole.AGENT.name();
    }

    /** Empty where the release before knows it. */
    static String newer(StaffRole role) {
        return switch (role) {
            case AGENT, BILLER, ADMINISTRATOR -> "";
            case READER, ACCOUNTANT -> role.name();
        };
    }
}
