package fr.ondine.ui;

import fr.ondine.platform.PlatformConfiguration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.Modulithic;

/** Starts Ondine: all utilities, in one process. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(additionalPackages = "fr.ondine.platform")
@ConfigurationPropertiesScan
@Import(PlatformConfiguration.class)
public class OndineApplication {

    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case ImportCommand.NAME -> System.exit(ImportCommand.run(arguments));
            case ClaimCommand.CLAIMS, ClaimCommand.INVITE -> System.exit(ClaimCommand.run(arguments));
            case AuditCommand.NAME -> System.exit(AuditCommand.run(Map.of(), arguments));
            case FleetCommand.NAME -> System.exit(FleetCommand.run(Map.of(), arguments));
            case OperatorCommand.NAME -> System.exit(OperatorCommand.run(Map.of(), arguments));
            case Help.NAME, "-h", "help" -> System.exit(Help.print());
            default -> serve(arguments);
        }
    }

    private static void serve(String... arguments) {
        var application = new SpringApplication(OndineApplication.class);
        application.addInitializers(NeededSettings.ofThePlatform());
        application.run(arguments);
    }
}
