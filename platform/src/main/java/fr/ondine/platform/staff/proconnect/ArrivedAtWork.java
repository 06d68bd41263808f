package fr.ondine.platform.staff.proconnect;

import fr.ondine.platform.staff.StaffIdentity;

/** Who came back from ProConnect, and what ends their session there. */
public record ArrivedAtWork(StaffIdentity identity, String idToken) {

    /** Neither who it is nor the token: this may be logged. */
    @Override
    public String toString() {
        return "ArrivedAtWork[…]";
    }
}
