package fr.ondine.simulators.franceconnect;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Asks whichever holder there is at that moment: an application that starts later in this JVM may put its own in place. */
final class WhoeverHolds implements SecurityContextHolderStrategy {

    @Override
    public void clearContext() {
        SecurityContextHolder.clearContext();
    }

    @Override
    public SecurityContext getContext() {
        return SecurityContextHolder.getContext();
    }

    @Override
    public void setContext(@Nullable SecurityContext context) {
        SecurityContextHolder.setContext(context);
    }

    @Override
    public SecurityContext createEmptyContext() {
        return SecurityContextHolder.createEmptyContext();
    }
}
