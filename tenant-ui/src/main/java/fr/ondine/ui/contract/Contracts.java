package fr.ondine.ui.contract;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.ClaimAwaits;
import fr.ondine.platform.customers.Claims;
import fr.ondine.platform.identity.CurrentUser;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The contracts that the person who is signed in may see, and the one that an address names. */
@Component
public class Contracts {

    static final String PARAMETER = "contrat";

    private final Agreements agreements;
    private final Claims claims;
    private final Invoices invoices;
    private final AuthenticationContext authentication;

    Contracts(Agreements agreements, Claims claims, Invoices invoices, AuthenticationContext authentication) {
        this.agreements = agreements;
        this.claims = claims;
        this.invoices = invoices;
        this.authentication = authentication;
    }

    public CurrentUser person() {
        return authentication.getAuthenticatedUser(CurrentUser.class).orElseThrow();
    }

    /** What a claim of this person's still waits for. */
    Optional<ClaimAwaits> awaited() {
        return claims.awaited(person());
    }

    /**
     * The contract that the address names if it is this person's, otherwise the first that asks for money, or the first
     * of all; empty before any is claimed. The same on every page: a tab must not change the contract under who reads.
     */
    Optional<ChosenContract> chosen(Location location) {
        var all = agreements.seenBy(person().userId());
        var wanted = location.getQueryParameters().getSingleParameter(PARAMETER).orElse("");
        return all.stream()
                .filter(agreement -> agreement.id().value().toString().equals(wanted))
                .findFirst()
                .or(() -> asking(all))
                .or(() -> first(all))
                .map(contract -> new ChosenContract(person(), contract, all, location.getPath()));
    }

    private Optional<AgreementSummary> asking(List<AgreementSummary> all) {
        if (all.size() < 2) {
            return Optional.empty();
        }
        var asked = invoices.asked(person().userId());
        return all.stream()
                .filter(agreement -> asked.containsKey(agreement.id()))
                .findFirst();
    }

    private static Optional<AgreementSummary> first(List<AgreementSummary> all) {
        return all.stream()
                .filter(agreement -> !agreement.ended())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }
}
