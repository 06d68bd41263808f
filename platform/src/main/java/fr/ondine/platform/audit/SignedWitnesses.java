package fr.ondine.platform.audit;

import fr.ondine.platform.tenancy.SealedStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** The notes of the bound utility's trail: signed anew as long as the former key still tells which of them are ours. */
@Component
class SignedWitnesses implements SealedStore {

    private final AuditWitnesses witnesses;

    SignedWitnesses(AuditWitnesses witnesses) {
        this.witnesses = witnesses;
    }

    @Override
    public boolean isOfUtilities() {
        return true;
    }

    @Override
    public Older older() {
        return new Older(before().size(), 0);
    }

    @Override
    public long renew() {
        var before = before();
        before.forEach(witnesses::signAnew);
        return before.size();
    }

    private List<AuditWitness> before() {
        return witnesses.signedBefore();
    }
}
