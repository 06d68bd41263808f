package fr.ondine.demo;

import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.testing.services.FolderInUse;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** What {@code ./ondine start} runs. */
public final class DemoApplication {

    private DemoApplication() {}

    public static void main(String[] arguments) {
        try {
            Demonstration.start(DemoSettings.of(arguments)).announce();
        } catch (FolderInUse | PortInUseException | IllegalArgumentException refused) {
            end(refused.getMessage());
        } catch (RuntimeException failed) {
            if (isMadeByAnotherVersion(failed)) {
                end("the data kept from an earlier start were made by another version: start with --reset.");
            }
            if (FullDisk.stopped(failed, DemoSettings.of().folder())) {
                end(FullDisk.sentence(DemoSettings.of().folder()));
            }
            failed.printStackTrace();
            end("the demonstration did not start.");
        }
    }

    /** Ends the process, which what was started already would keep alive. */
    private static void end(@Nullable String reason) {
        System.err.println("ondine: " + reason);
        System.exit(1);
    }

    private static boolean isMadeByAnotherVersion(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(InvalidConfiguration.class::isInstance);
    }
}
