package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.TypedText;
import fr.ondine.platform.provider.ApiCaller;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.tenancy.Tenants;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** All agreements of the bound utility, for programs that act for it. Nobody reads a claim key or an account there. */
@org.springframework.stereotype.Service
@Transactional(readOnly = true)
public class ProgramAgreements {

    private final ListedAgreements listed;
    private final AgreementCards cards;
    private final Tenants tenants;

    ProgramAgreements(ListedAgreements listed, AgreementCards cards, Tenants tenants) {
        this.listed = listed;
        this.cards = cards;
        this.tenants = tenants;
    }

    /** By number, those after a mark; in one query however many there are. */
    public List<ListedAgreement> list(ApiCaller caller, String after, int limit) {
        caller.require(ClientScope.AGREEMENTS_READ);
        return listed.after(after, limit, tenants.current().contractNumbers());
    }

    /** Those that bear that number, or bore it. */
    public List<ListedAgreement> numbered(ApiCaller caller, String number) {
        caller.require(ClientScope.AGREEMENTS_READ);
        var numbers = tenants.current().contractNumbers();
        var words = TypedText.words(number);
        return listed.numbered(numbers.normalise(words).orElse(words), numbers);
    }

    /** {@link UnknownAgreement} where there is none. */
    public AgreementCard get(ApiCaller caller, AgreementId agreement) {
        caller.require(ClientScope.AGREEMENTS_READ);
        return cards.find(agreement, tenants.current().contractNumbers()).orElseThrow(UnknownAgreement::new);
    }
}
