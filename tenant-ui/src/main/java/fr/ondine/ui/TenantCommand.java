package fr.ondine.ui;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import fr.ondine.migrations.MigrationFailed;
import fr.ondine.platform.PlatformConfiguration;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.ui.shell.Problems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Import;
import picocli.CommandLine;

/** Does one thing for one utility, or for the fleet, and ends, without serving any portal. */
final class TenantCommand {

    /** Whoever runs a command reads its progress and its refusal; how the platform starts is for those who serve. */
    private static final String QUIET = "logging.level.root=WARN";

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MISUSED = 2;

    private TenantCommand() {}

    /** Runs {@code work} with the utility bound; says which utility is unknown, or what the domain refused. */
    static int run(Map<String, Object> properties, String slug, ToIntFunction<BeanFactory> work) {
        return onPlatform(properties, beans -> {
            var tenant = beans.getBean(Tenants.class).find(slug);
            if (tenant.isEmpty()) {
                System.err.println("ondine: there is no utility '" + slug + "' here.");
                return MISUSED;
            }
            return TenantContext.callAs(tenant.get(), () -> work.applyAsInt(beans));
        });
    }

    /** Does what the arguments after the command's own name ask for; what it failed of is one line, in those words. */
    static int execute(CommandLine line, Function<Exception, String> words, String... arguments) {
        return line.setExecutionExceptionHandler((failure, failed, parsed) -> {
                    System.err.println("ondine: " + words.apply(failure));
                    return REFUSED;
                })
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** Runs {@code work} on the platform, with no utility bound; says what was refused. */
    static int onPlatform(Map<String, Object> properties, ToIntFunction<BeanFactory> work) {
        return onPlatform(properties, Map.of(), work);
    }

    /** The same with some settings as this command has them, whatever the process beside it was told. */
    static int onPlatform(Map<String, Object> properties, Map<String, Object> own, ToIntFunction<BeanFactory> work) {
        var all = new HashMap<>(own);
        all.put("ondine.jobs.enabled", false); // those who serve do them
        all.put("ondine.database.migrate-fleet-on-start", false);
        return on(PlatformAlone.class, properties, all, work, NeededSettings.ofThePlatform());
    }

    /** Runs {@code work} on the beans of that source; says what was refused. */
    static int on(
            Class<?> source,
            Map<String, Object> properties,
            Map<String, Object> own,
            ToIntFunction<BeanFactory> work,
            ApplicationContextInitializer<?>... before) {
        var application = new SpringApplicationBuilder(source)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(before)
                .properties(QUIET)
                .properties(properties);
        try (var context = application.run(arguments(own))) {
            return work.applyAsInt(context);
        } catch (DomainException refused) {
            System.err.println("ondine: " + Problems.sentence(refused));
            return REFUSED;
        } catch (InvalidConfiguration | MigrationFailed refused) {
            System.err.println("ondine: " + refused.getMessage());
            return REFUSED;
        }
    }

    /** An argument counts before all that a pod was told, by whichever way. */
    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** The platform without its portal; not a configuration that the portal's scan would find. */
    @EnableAutoConfiguration(exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
    @Import(PlatformConfiguration.class)
    static class PlatformAlone {}
}
