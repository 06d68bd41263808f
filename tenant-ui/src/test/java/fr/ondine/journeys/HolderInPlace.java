package fr.ondine.journeys;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Puts the holder of a test's own application back in place. Each application that starts in this JVM puts in its own, and
 * Spring's authorization server asks for no other than the one that is there.
 */
public final class HolderInPlace extends AbstractTestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        putBack(test);
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        putBack(test);
    }

    private static void putBack(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(SecurityContextHolderStrategy.class)
                    .ifUnique(SecurityContextHolder::setContextHolderStrategy);
        }
    }
}
