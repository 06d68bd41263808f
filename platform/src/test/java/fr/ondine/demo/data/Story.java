package fr.ondine.demo.data;

/** What sets a dossier apart from the plain ones; the first of each kind is known to {@link DemoSubscribers}. */
enum Story {
    PLAIN,
    MAIN,
    NEWCOMER,
    WITHOUT_EMAIL,
    LEAK,
    REPLACED_METER,
    ROLLOVER,
    CREDIT_NOTE,
    FAR_TOO_HIGH,
    TOO_HIGH;

    static Story of(DemoUtility utility, int rank) {
        return switch (rank - utility.mainDossier()) {
            case 0 -> MAIN;
            case 2 -> NEWCOMER;
            case 3 -> WITHOUT_EMAIL;
            case 28 -> FAR_TOO_HIGH;
            case 29 -> TOO_HIGH;
            default -> ofCourse(Math.floorMod(rank - utility.mainDossier(), 60));
        };
    }

    private static Story ofCourse(int distance) {
        return switch (distance) {
            case 6 -> LEAK;
            case 12 -> REPLACED_METER;
            case 18 -> ROLLOVER;
            case 24 -> CREDIT_NOTE;
            default -> PLAIN;
        };
    }

    /** The first dossier of this kind. */
    int firstRank(DemoUtility utility) {
        int rank = utility.mainDossier();
        while (of(utility, rank) != this) {
            rank++;
        }
        return rank;
    }
}
