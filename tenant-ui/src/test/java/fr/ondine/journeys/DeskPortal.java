package fr.ondine.journeys;

import fr.ondine.testing.CaughtMails;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application for tests of those who work at it: their mails are caught, and all these tests share one. */
@PortalTest
@Import(SignInWithoutAsking.class)
abstract class DeskPortal {

    static final int LARGEST_IMPORT = 3 << 20;
    static final int LARGEST_SENT = 1 << 20;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", CaughtMails.shared()::port);
        properties.add("ondine.pro-connect.pcwork.client-secret", () -> "secret-of-pcwork");
        properties.add("ondine.pro-connect-api.connect-timeout", () -> "20s");
        properties.add("ondine.pro-connect-api.read-timeout", () -> "20s");
        properties.add("ondine.pro-connect.pcrsa.client-secret", () -> "secret-of-pcrsa");
        properties.add("ondine.fleet.largest-import", () -> LARGEST_IMPORT + "B");
        properties.add("ondine.imports.sent", () -> LARGEST_SENT + "B");
    }
}
