package fr.ondine.platform.operators;

import fr.ondine.platform.factors.StrongPasswords;
import org.springframework.stereotype.Component;

/** Operators' passwords. */
@Component
class OperatorPasswords extends StrongPasswords {

    OperatorPasswords() {
        super(() -> new String[] {"ondine"});
    }
}
