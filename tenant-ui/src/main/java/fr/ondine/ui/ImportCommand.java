package fr.ondine.ui;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import fr.ondine.platform.PlatformConfiguration;
import fr.ondine.platform.imports.ImportAlreadyRunning;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** {@code ondine.jar import --tenant SLUG FILE.zip}: brings a utility's data in, without serving any portal. */
public final class ImportCommand {

    static final String NAME = "import";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private ImportCommand() {}

    static int run(String... arguments) {
        if (arguments.length != 4 || !arguments[1].equals("--tenant") || !Files.isReadable(Path.of(arguments[3]))) {
            System.err.println("ondine: import wants --tenant, the short name of a utility, and a readable zip file.");
            return MISUSED;
        }
        return run(Map.of(), arguments[2], Path.of(arguments[3]));
    }

    /** Prints the report; 0 when the data are in, 1 when they were refused. */
    public static int run(Map<String, Object> properties, String slug, Path zip) {
        var all = new HashMap<>(properties);
        all.put("ondine.jobs.enabled", false); // those who serve do them
        var application = new SpringApplicationBuilder(PlatformAlone.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(all);
        try (var context = application.run()) {
            return run(context.getBean(Tenants.class), context.getBean(Imports.class), slug, zip);
        }
    }

    private static int run(Tenants tenants, Imports imports, String slug, Path zip) {
        var tenant = tenants.all().stream()
                .filter(known -> known.slug().equals(slug))
                .findFirst();
        if (tenant.isEmpty()) {
            System.err.println("ondine: there is no utility '" + slug + "' here.");
            return MISUSED;
        }
        try {
            var report = TenantContext.callAs(tenant.get(), () -> imports.run(zip));
            System.out.print(report.text());
            return report.accepted() ? DONE : REFUSED;
        } catch (ImportAlreadyRunning refused) {
            System.err.println("ondine: " + refused.getMessage());
            return REFUSED;
        }
    }

    /** The platform without its portal; not a configuration that the portal's scan would find. */
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @Import(PlatformConfiguration.class)
    static class PlatformAlone {}
}
