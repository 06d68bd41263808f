package fr.ondine.tenantconfig;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Logins of the portal before this one, which their owners bring over; a utility that says nothing has none.
 *
 * @param login what such a login is called: "ancien identifiant iléo (ancien numéro client)"
 * @param signsInUntil the last day on which who has come over may sign in by the old login too, with the new password
 */
public record OldAccounts(String login, @Nullable LocalDate signsInUntil) {

    private static final int LONGEST = 80;

    public OldAccounts {
        Invalid.unless(!login.isBlank() && login.length() <= LONGEST, "login", "old-login", LONGEST);
    }

    /** Whether who has come over may sign in by the old login on that day. */
    public boolean signsInOn(LocalDate day) {
        return signsInUntil != null && !day.isAfter(signsInUntil);
    }
}
