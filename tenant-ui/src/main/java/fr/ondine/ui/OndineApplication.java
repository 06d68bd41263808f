package fr.ondine.ui;

import fr.ondine.platform.PlatformConfiguration;
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
        var ended = Commands.run(arguments);
        if (ended.isPresent()) {
            System.exit(ended.getAsInt());
        }
        serve(arguments);
    }

    private static void serve(String... arguments) {
        var application = new SpringApplication(OndineApplication.class);
        application.addListeners(new PreparedStart());
        application.setApplicationContextFactory(PreparedContext::of);
        application.addInitializers(NeededSettings.ofThePlatform());
        application.run(arguments);
    }
}
