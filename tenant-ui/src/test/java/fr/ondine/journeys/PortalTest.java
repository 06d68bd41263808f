package fr.ondine.journeys;

import fr.ondine.testing.services.ServicesInitializer;
import fr.ondine.ui.OndineApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A browser test of the whole application, with the three utilities provisioned, on a free port. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {
            OndineApplication.class,
            ProvisionedUtilities.class,
            SignInWithoutAsking.class,
            Announcements.class,
            CollectedTraces.class
        },
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "ondine.jobs.patience=2s",
            "ondine.vault.key=b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
            "ondine.mail.returns-key=les-retours-des-essais-0123456789",
            "ondine.portal.scheme=http",
            "ondine.imports.rest=0",
            "ondine.console.host=console.localhost",
            "ondine.session.secure=false",
            "management.prometheus.metrics.export.enabled=true",
            "ondine.measures.every=2s",
            "ondine.measures.jobs-every=2s",
            "ondine.documents.directory=target/documents"
        })
@ContextConfiguration(initializers = {ServicesInitializer.class, FreePort.class, CollectedTraces.class})
public @interface PortalTest {}
