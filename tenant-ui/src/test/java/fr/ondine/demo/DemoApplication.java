package fr.ondine.demo;

import fr.ondine.testing.services.FolderInUse;
import org.springframework.boot.web.server.PortInUseException;

/** What {@code ./ondine start} runs. */
public final class DemoApplication {

    private DemoApplication() {}

    public static void main(String[] arguments) {
        try {
            Demonstration.start(DemoSettings.of(arguments)).announce();
        } catch (FolderInUse | PortInUseException | IllegalArgumentException refused) {
            System.err.println("ondine: " + refused.getMessage());
            System.exit(1);
        } catch (RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1); // what was started already would keep the process alive
        }
    }
}
