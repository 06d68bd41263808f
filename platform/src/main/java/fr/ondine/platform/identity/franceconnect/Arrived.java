package fr.ondine.platform.identity.franceconnect;

import fr.ondine.platform.identity.ProvenIdentity;

/** Who came back from FranceConnect, and what ends their session there. */
public record Arrived(ProvenIdentity identity, String idToken) {

    /** Neither who it is nor the token: this may be logged. */
    @Override
    public String toString() {
        return "Arrived[…]";
    }
}
