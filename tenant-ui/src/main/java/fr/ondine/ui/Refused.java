package fr.ondine.ui;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.ui.shell.Problems;

/** Why a command did nothing, for a script: a name to decide by, the same as the interface's, and the sentence. */
record Refused(String refused, String detail) {

    static Refused of(DomainException refusal) {
        return new Refused(Problems.name(refusal), Problems.sentence(refusal));
    }

    static Refused of(InvalidConfiguration refusal) {
        return new Refused("invalid-configuration", String.valueOf(refusal.getMessage()));
    }
}
