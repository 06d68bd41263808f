package fr.ondine.ui.runs;

import fr.ondine.platform.runs.RunId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the pages about billing runs are, and what their addresses say. */
final class Addresses {

    static final String HOME = "gestion/facturation";
    static final String ORDER = HOME + "/nouvelle";
    static final String WHICH = "run";
    static final String RUN = HOME + "/:" + WHICH;
    static final String PARKED = RUN + "/mis-de-cote";
    static final String DRAFT = RUN + "/facture";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,4}");

    private Addresses() {}

    static String run(RunId run) {
        return HOME + "/" + run.value();
    }

    static String parked(RunId run) {
        return run(run) + "/mis-de-cote";
    }

    static String draft(RunId run) {
        return run(run) + "/facture";
    }

    /** What an address names; nothing when it is no identifier. */
    static Optional<RunId> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(new RunId(UUID.fromString(text))) : Optional.empty();
    }

    /** A page of a list, the first of which is 0 here and 1 in the address. */
    static int page(Optional<String> text) {
        return text.filter(PAGE.asMatchPredicate()).map(Integer::parseInt).orElse(1) - 1;
    }
}
