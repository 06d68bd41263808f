package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens agreements to whoever could open them at the portal before this one, and has everybody concerned told. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FormerContracts {

    private static final String PROOF = "OLD_ACCOUNT";

    private final Opening opening;

    FormerContracts(Opening opening) {
        this.opening = opening;
    }

    public void open(UserId user, Collection<AgreementId> agreements) {
        agreements.forEach(agreement -> opening.open(user, agreement, PROOF, "user:" + user, null));
    }
}
