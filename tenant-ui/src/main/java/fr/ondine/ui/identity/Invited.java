package fr.ondine.ui.identity;

import fr.ondine.platform.customers.Delegations;
import fr.ondine.platform.kernel.RawToken;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a visitor followed an invitation to somebody's contract, which is still open, and has to sign in first. */
@Component
class Invited {

    private static final String INVITATION = "/contrats/acces";

    private final Delegations delegations;

    Invited(Delegations delegations) {
        this.delegations = delegations;
    }

    boolean isVisitor() {
        return link().map(RawToken::new).filter(delegations::isOffered).isPresent();
    }

    /** The one that the page of the invitation would read, however many its address has. */
    private static Optional<String> link() {
        return WantedPage.find()
                .filter(page ->
                        INVITATION.equals(URI.create(page.getRedirectUrl()).getPath()))
                .map(page -> page.getParameterValues("jeton"))
                .flatMap(links -> Arrays.stream(links).findFirst());
    }
}
