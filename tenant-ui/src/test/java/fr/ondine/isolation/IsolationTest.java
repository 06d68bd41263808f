package fr.ondine.isolation;

import fr.ondine.journeys.PortalTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** An attack on the whole application; all of them share one, which answers as fast as it can. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@Import(LeakingRoute.class)
@TestPropertySource(
        properties = {
            "ondine.identity.least-answer=0s",
            "ondine.jobs.enabled=false",
            "ondine.provider.access-life=2h",
            "ondine.provider.refusals-per-address=100000"
        })
@interface IsolationTest {}
