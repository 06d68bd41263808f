package fr.ondine.platform.provider;

import fr.ondine.platform.kernel.DomainException;

/** The program was not let do this at this utility. */
public final class ScopeMissing extends DomainException {

    private final ClientScope scope;

    ScopeMissing(ClientScope scope) {
        super("provider.scope-missing", scope.word());
        this.scope = scope;
    }

    public String scope() {
        return scope.word();
    }
}
