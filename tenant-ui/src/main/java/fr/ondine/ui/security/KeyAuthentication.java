package fr.ondine.ui.security;

import fr.ondine.platform.operators.CurrentOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that showed an operator's key. It is no other type's, so that a session's cookie never stands in for it. */
public final class KeyAuthentication extends AbstractAuthenticationToken {

    private final CurrentOperator operator;

    KeyAuthentication(CurrentOperator operator) {
        super(SignedInOperator.authorities(operator));
        this.operator = operator;
        setAuthenticated(true);
    }

    public CurrentOperator operator() {
        return operator;
    }

    @Override
    public CurrentOperator getPrincipal() {
        return operator;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
