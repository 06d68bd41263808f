package fr.ondine.platform.leaks;

/** What papers say, which stay as they are in whatever language they are looked at. */
final class LeakWords {

    static final String CREDIT = "Écrêtement pour fuite après compteur (loi Warsmann)";

    private LeakWords() {}
}
