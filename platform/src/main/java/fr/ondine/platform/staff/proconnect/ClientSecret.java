package fr.ondine.platform.staff.proconnect;

/** What shows at ProConnect that it is the utility who asks: {@code ondine.pro-connect.<slug>.client-secret}. */
record ClientSecret(String clientSecret) {

    ClientSecret {
        if (clientSecret.isBlank()) {
            throw new IllegalArgumentException("a client-secret of ProConnect is not empty");
        }
    }

    @Override
    public String toString() {
        return "ClientSecret[…]";
    }
}
