package fr.ondine.platform.identity;

import fr.ondine.testing.PlatformTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the module on real services; limits per network address stay away, everybody here comes from one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PlatformTest
@Import({Mailbox.class, People.class})
@TestPropertySource(
        properties = {
            "ondine.jobs.enabled=false",
            "ondine.france-connect.fcidentity.client-secret=secret",
            "ondine.identity.requests-per-address=100000",
            "ondine.identity.sign-ins-per-address=100000",
            "ondine.identity.sign-ins-per-utility=100000",
            "ondine.identity.old-sign-ins-per-utility=40",
            "ondine.identity.least-answer=150ms"
        })
@interface IdentityTest {}
