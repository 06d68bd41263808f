package fr.ondine.platform.identity.franceconnect;

/** A utility's own secret at FranceConnect: {@code ondine.france-connect.<slug>.client-secret}. */
record ClientSecret(String clientSecret) {

    ClientSecret {
        if (clientSecret.isBlank()) {
            throw new IllegalArgumentException("a client-secret of FranceConnect is not empty");
        }
    }

    @Override
    public String toString() {
        return "ClientSecret[…]";
    }
}
