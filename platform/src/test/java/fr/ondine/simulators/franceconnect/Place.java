package fr.ondine.simulators.franceconnect;

/** Where something can go wrong. */
public enum Place {
    TOKEN("/token"),
    USERINFO("/userinfo"),
    KEYS("/jwks");

    private final String path;

    Place(String path) {
        this.path = path;
    }

    boolean isAt(String asked) {
        return path.equals(asked);
    }
}
