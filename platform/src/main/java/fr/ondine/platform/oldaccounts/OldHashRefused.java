package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.kernel.DomainException;

/** A password hash that is not what it says it is, or that would take too long to check. */
public final class OldHashRefused extends DomainException {

    private OldHashRefused(String reason, Object... values) {
        super("oldaccounts.hash-" + reason, values);
    }

    static OldHashRefused malformed() {
        return new OldHashRefused("malformed");
    }

    static OldHashRefused tooCostly(long most) {
        return new OldHashRefused("too-costly", most);
    }

    static OldHashRefused saltMisplaced() {
        return new OldHashRefused("salt-misplaced");
    }
}
