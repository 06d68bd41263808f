package fr.ondine.journeys;

import fr.ondine.testing.services.FreePorts;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Chooses the port before the start, because the links that the portal sends name it. */
final class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var port = FreePorts.one();
        TestPropertyValues.of("server.port=" + port, "ondine.portal.port=" + port)
                .applyTo(context);
    }
}
