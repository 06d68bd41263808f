package fr.ondine.demo;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import fr.ondine.platform.PlatformConfiguration;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.services.FolderInUse;
import fr.ondine.testing.services.PersistentServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** What {@code ./ondine import} runs: beside the running demonstration, or on its data while it is stopped. */
public final class ImportCommand {

    private ImportCommand() {}

    /** A utility's short name, then the zip. Ends with 0 when the data are in, 1 when they were refused. */
    public static void main(String[] arguments) throws IOException {
        var folder = DemoSettings.of().folder();
        if (!Files.exists(RunningProperties.in(folder).file())) {
            System.err.println("ondine: there is nothing to import into yet: run ./ondine start first.");
            System.exit(1);
        }
        System.exit(isImported(folder, arguments[0], Path.of(arguments[1])) ? 0 : 1);
    }

    private static boolean isImported(Path folder, String slug, Path zip) throws IOException {
        var properties = RunningProperties.in(folder).read();
        try (var own = PersistentServices.open(folder)) {
            return isImported(properties, own.services().properties(), slug, zip);
        } catch (FolderInUse theDemonstrationRuns) {
            return isImported(properties, Map.of(), slug, zip);
        }
    }

    private static boolean isImported(Properties properties, Map<String, String> services, String slug, Path zip) {
        var all = new HashMap<String, Object>(services);
        properties.forEach((name, value) -> all.putIfAbsent(name.toString(), value));
        all.put("ondine.jobs.enabled", false); // the portals' process does them
        var application = new SpringApplicationBuilder(PlatformAlone.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(all);
        try (var context = application.run()) {
            var tenant = context.getBean(Tenants.class).all().stream()
                    .filter(candidate -> candidate.slug().equals(slug))
                    .findFirst();
            if (tenant.isEmpty()) {
                System.err.println("ondine: there is no utility '" + slug + "' here.");
                return false;
            }
            var imports = context.getBean(Imports.class);
            var report = TenantContext.callAs(tenant.get(), () -> imports.run(zip));
            System.out.print(report.text());
            return report.accepted();
        } catch (DomainException refused) {
            System.err.println("ondine: " + refused.getMessage());
            return false;
        }
    }

    /** The platform without its portal. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @Import(PlatformConfiguration.class)
    static class PlatformAlone {}
}
