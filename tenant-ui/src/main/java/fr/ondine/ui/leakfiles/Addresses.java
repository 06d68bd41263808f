package fr.ondine.ui.leakfiles;

import com.vaadin.flow.router.BeforeEnterEvent;
import fr.ondine.platform.leaks.LeakFileId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the pages about leaks are. */
final class Addresses {

    static final String WHICH = "fuite";
    static final String OWN = "fuites/:" + WHICH;
    static final String HOME = "gestion/fuites";
    static final String FILE = HOME + "/:" + WHICH;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Addresses() {}

    static String own(LeakFileId file) {
        return "/fuites/" + file.value();
    }

    static String file(LeakFileId file) {
        return "/" + HOME + "/" + file.value();
    }

    static String certificate(LeakFileId file) {
        return file(file) + "/attestation";
    }

    /** What was decided, on paper. */
    static String letter(LeakFileId file) {
        return file(file) + "/lettre.pdf";
    }

    /** Shows a file at its own address: a mail may lead to one that has become one with it. */
    static void at(String address, BeforeEnterEvent arrival, Runnable show) {
        if (address.equals("/" + arrival.getLocation().getPath())) {
            show.run();
        } else {
            arrival.forwardTo(address.substring(1));
        }
    }

    /** What an address names; nothing when it is no identifier. */
    static Optional<LeakFileId> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(new LeakFileId(UUID.fromString(text))) : Optional.empty();
    }
}
