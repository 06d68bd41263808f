package fr.ondine.ui.dunning;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.reminders.ApologyId;
import fr.ondine.platform.reminders.BatchId;
import fr.ondine.platform.reminders.LetterFilter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the pages about reminders are, and what their addresses say. */
public final class Addresses {

    static final String HOME = "gestion/relances";
    static final String WHICH = "envoi";
    static final String BATCH = HOME + "/:" + WHICH;
    static final String WHOSE = "contrat";
    static final String ACCOUNT = "gestion/comptes/:" + WHOSE + "/relances";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,4}");
    private static final String OUT = "ecartees";

    private Addresses() {}

    /** What reminders know of an agreement. */
    public static String account(AgreementId agreement) {
        return "/gestion/comptes/" + agreement.value() + "/relances";
    }

    /** The same agreement for those who bill nothing. */
    static String seen(AgreementId agreement) {
        return "/gestion/comptes/" + agreement.value();
    }

    static String batch(BatchId batch) {
        return HOME + "/" + batch.value();
    }

    static String papers(BatchId batch, int part) {
        return "/" + batch(batch) + "/lettres/" + (part + 1) + ".pdf";
    }

    static String apology(ApologyId apology) {
        return "/gestion/excuses/" + apology.value() + ".pdf";
    }

    static String list(BatchId batch, LetterFilter filter) {
        return "/" + batch(batch) + "?lettres=" + (filter == LetterFilter.OUT ? OUT : "prevues") + "&page=";
    }

    static LetterFilter filter(QueryParameters address) {
        return address.getSingleParameter("lettres").filter(OUT::equals).isPresent()
                ? LetterFilter.OUT
                : LetterFilter.GOING;
    }

    /** What an address names; nothing when it is no identifier. */
    static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A page of a list, the first of which is 0 here and 1 in the address. */
    static int page(QueryParameters address) {
        return address.getSingleParameter("page")
                        .filter(PAGE.asMatchPredicate())
                        .map(Integer::parseInt)
                        .orElse(1)
                - 1;
    }
}
