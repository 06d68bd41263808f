package fr.ondine.testing;

import fr.ondine.testing.services.ServicesInitializer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole platform on a real PostgreSQL and a real Redis, with the three utilities provisioned. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TestPlatform.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            // a context that rests must not leave work behind as taken; PostgreSQL goes together with the last of them
            "ondine.jobs.patience=2s",
            "ondine.vault.key=b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
            "ondine.portal.scheme=http",
            "ondine.imports.rest=0",
            "ondine.portal.port=8080",
            "ondine.console.host=console.localhost",
            "ondine.documents.directory=target/documents"
        })
@ContextConfiguration(initializers = ServicesInitializer.class)
public @interface PlatformTest {}
