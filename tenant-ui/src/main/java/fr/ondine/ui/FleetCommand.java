package fr.ondine.ui;

import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.UtilityDeletion;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.operators.Everybody;
import fr.ondine.platform.provider.ProviderKeys;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.ui.operatorapi.FleetPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.data.domain.PageRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code ondine.jar tenant …}: everything an operator does to utilities, for a person or (with --json) for a script. */
@Command(
        name = FleetCommand.NAME,
        scope = ScopeType.INHERIT,
        description = "Adds, configures, closes, exports, imports, moves and deletes utilities.",
        mixinStandardHelpOptions = true,
        subcommands = {MigrateCommand.class, ExportUtility.class, ImportUtility.class, MoveUtility.class},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:refused or failed", "2:misused"})
final class FleetCommand {

    static final String NAME = "tenant";

    private final Map<String, Object> properties;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Prints JSON.")
    private boolean json;

    @Option(
            names = "--by",
            scope = ScopeType.INHERIT,
            defaultValue = "${sys:user.name}",
            description = "Who does it, for the audit trail; by default ${DEFAULT-VALUE}.")
    private String by = "";

    private FleetCommand(Map<String, Object> properties) {
        this.properties = properties;
    }

    static int run(Map<String, Object> properties, String... arguments) {
        return TenantCommand.execute(line(properties), FleetWords::failure, arguments);
    }

    /** What can be typed. */
    static CommandLine line(Map<String, Object> properties) {
        return new CommandLine(new FleetCommand(properties)).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Command(description = "Adds a utility and makes its schema; its portal answers when this ends.")
    int add(
            @Parameters(paramLabel = "FILE.yaml", description = "Its configuration.") Path file,
            @Option(names = "--draft", description = "Only prepares it: no schema, no portal.") boolean draft)
            throws IOException {
        var yaml = Files.readString(file);
        return fleet(fleet -> draft ? fleet.draft(yaml, by()) : fleet.add(yaml, by()));
    }

    @Command(description = "Lists utilities, those with a problem first.")
    int list(
            @Option(names = "--search", defaultValue = "", description = "Words of a short name, name or host.")
                    String words,
            @Option(names = "--state", split = ",", description = "${COMPLETION-CANDIDATES}") List<UtilityState> states,
            @Option(
                            names = "--unserved",
                            description = "Only those that cannot be served though they should, and why: all of them.")
                    boolean unserved,
            @Option(names = "--page", defaultValue = "1") int page,
            @Option(names = "--size", defaultValue = "50") int size) {
        if (unserved) {
            return on(beans -> UnservedUtilities.of(beans.getBean(Tenants.class), beans.getBean(FleetDirectory.class)));
        }
        var wanted = states == null ? List.<UtilityState>of() : states;
        var request = PageRequest.of(page - 1, size);
        return on(FleetDirectory.class, all -> new FleetPage(all.search(words, wanted, request)));
    }

    @Command(description = "Shows one utility.")
    int show(@Parameters(paramLabel = "SLUG") String slug) {
        return on(FleetDirectory.class, all -> new ShownUtility(all.get(slug)));
    }

    @Command(description = "Puts a configuration in force on all nodes, and prints what it changes.")
    int configure(
            @Parameters(paramLabel = "SLUG") String slug,
            @Parameters(paramLabel = "FILE.yaml") Path file,
            @Option(names = "--reason", defaultValue = "") String reason,
            @Option(names = "--dry-run", description = "Only prints what it would change.") boolean dry)
            throws IOException {
        var yaml = Files.readString(file);
        return fleet(fleet -> dry ? fleet.difference(slug, yaml) : fleet.configure(slug, yaml, by(), reason));
    }

    @Command(description = "Prints the configuration in force, or that of a version.")
    int configuration(
            @Parameters(paramLabel = "SLUG") String slug, @Option(names = "--version-number") Integer version) {
        return on(
                FleetDirectory.class,
                all -> version == null ? all.configuration(slug) : all.configuration(slug, version));
    }

    @Command(description = "Lists the configurations that were in force.")
    int history(@Parameters(paramLabel = "SLUG") String slug) {
        return on(FleetDirectory.class, all -> all.history(slug));
    }

    @Command(description = "Puts a configuration in force again that was before.")
    int rollback(@Parameters(paramLabel = "SLUG") String slug, @Parameters(paramLabel = "VERSION") int version) {
        return fleet(fleet -> fleet.rollBack(slug, version, by()));
    }

    @Command(description = "Closes a portal; its data stay and its payments are still booked.")
    int suspend(
            @Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--reason", defaultValue = "") String reason) {
        return fleet(fleet -> fleet.suspend(slug, by(), reason));
    }

    @Command(description = "Opens a suspended or archived utility again.")
    int resume(
            @Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--reason", defaultValue = "") String reason) {
        return fleet(fleet -> fleet.resume(slug, by(), reason));
    }

    @Command(description = "Puts a utility away: it answers on no host any more, its data stay.")
    int archive(
            @Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--reason", defaultValue = "") String reason) {
        return fleet(fleet -> fleet.archive(slug, by(), reason));
    }

    @Command(description = "Sets how much of the platform a utility may use; what is not given stays.")
    int limit(
            @Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--requests-per-second") Integer requests,
            @Option(names = "--concurrent-jobs") Integer jobs,
            @Option(names = "--mails-per-day") Integer mails,
            @Option(names = "--storage-megabytes") Integer megabytes) {
        return on(beans -> {
            var now = beans.getBean(FleetDirectory.class).get(slug).limits();
            var limits = new Limits(
                    Objects.requireNonNullElse(requests, now.requestsPerSecond()),
                    Objects.requireNonNullElse(jobs, now.concurrentJobs()),
                    Objects.requireNonNullElse(mails, now.mailsPerDay()),
                    Objects.requireNonNullElse(megabytes, now.storageMegabytes()));
            return beans.getBean(Fleet.class).limit(slug, limits, by()).limits();
        });
    }

    @Command(
            name = "invite-administrator",
            description = "Mails an invitation to administer a utility; the mail leaves from a process that serves.")
    int inviteAdministrator(
            @Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--email", required = true) String email,
            @Option(names = "--name", required = true) String name) {
        return on(beans -> {
            beans.getBean(FleetDirectory.class).get(slug);
            var address = new EmailAddress(email);
            TenantContext.runAs(
                    new TenantId(slug), () -> beans.getBean(Team.class).inviteAdministrator(by(), address, name));
            beans.getBean(Fleet.class).record(slug, by(), "administrator invited", address.value());
            return new Told(slug, "an invitation leaves for " + address.value());
        });
    }

    @Command(
            name = "sign-out-everybody",
            description = "Ends every session of a utility's subscribers and staff, every remembered device, and what"
                    + " programs may do for subscribers.")
    int signOutEverybody(@Parameters(paramLabel = "SLUG") String slug) {
        return on(Everybody.class, everybody -> everybody.signOutFromOutside(by(), slug));
    }

    @Command(
            name = "rotate-keys",
            description = "Has the next key of a utility's provider sign from now on, once every program can know it.")
    int rotateKeys(@Parameters(paramLabel = "SLUG") String slug) {
        return on(beans -> {
            beans.getBean(FleetDirectory.class).get(slug);
            TenantContext.runAs(
                    new TenantId(slug), () -> beans.getBean(ProviderKeys.class).rotate(by()));
            beans.getBean(Fleet.class).record(slug, by(), "provider key turned", "");
            return new Told(slug, "the next key signs");
        });
    }

    @Command(description = "What operators did to a utility, also one that is gone.")
    int audit(@Parameters(paramLabel = "SLUG") String slug) {
        return on(FleetDirectory.class, all -> all.acts(slug, 200));
    }

    @Command(
            description =
                    "Deletes an archived utility, in two steps: asked for, then --for-good after the time of grace.")
    int delete(
            @Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--name", required = true, description = "Its full name, typed.") String name,
            @Option(names = "--for-good", description = "The second step.") boolean forGood,
            @Option(names = "--without-grace", description = "With the first step: the second may follow at once.")
                    boolean atOnce) {
        return on(atOnce ? Map.of("ondine.fleet.grace", "0s") : Map.of(), beans -> {
            var deletion = beans.getBean(UtilityDeletion.class);
            if (forGood) {
                deletion.delete(slug, name, by());
                return new Told(slug, "deleted");
            }
            return new Told(slug, "deletion asked for", deletion.ask(slug, name, by()));
        });
    }

    @Command(description = "Withdraws a deletion that was asked for.")
    int keep(@Parameters(paramLabel = "SLUG") String slug) {
        return on(UtilityDeletion.class, deletion -> {
            deletion.withdraw(slug, by());
            return new Told(slug, "kept");
        });
    }

    String by() {
        return "operator:" + by;
    }

    Map<String, Object> properties() {
        return properties;
    }

    private int fleet(Function<Fleet, Object> work) {
        return on(Fleet.class, work);
    }

    <T> int on(Class<T> facade, Function<T, Object> work) {
        return on(beans -> work.apply(beans.getBean(facade)));
    }

    /** How far long work has come goes beside the result. */
    static void tellProgress(String step, long done) {
        System.err.printf("%-20s %,12d%n", step, done);
    }

    private int on(Function<BeanFactory, Object> work) {
        return on(Map.of(), work);
    }

    private int on(Map<String, Object> own, Function<BeanFactory, Object> work) {
        return printing(printed -> TenantCommand.onPlatform(properties, own, (BeanFactory beans) -> {
            tell(printed, () -> work.apply(beans));
            return TenantCommand.DONE;
        }));
    }

    private void tell(Consumer<Object> printed, Supplier<Object> work) {
        try {
            printed.accept(work.get());
        } catch (DomainException refusal) {
            tell(printed, Refused.of(refusal));
            throw refusal;
        } catch (InvalidConfiguration refusal) {
            tell(printed, Refused.of(refusal));
            throw refusal;
        }
    }

    /** A person reads it beside the result. */
    private void tell(Consumer<Object> printed, Refused refusal) {
        if (json) {
            printed.accept(refusal);
        }
    }

    /** The result alone goes to standard output, for whoever reads it; what is logged meanwhile goes beside it. */
    int printing(ToIntFunction<Consumer<Object>> work) {
        var output = System.out;
        System.setOut(System.err);
        try {
            return work.applyAsInt(result -> output.println(FleetWords.of(result, json)));
        } finally {
            System.setOut(output);
        }
    }
}
