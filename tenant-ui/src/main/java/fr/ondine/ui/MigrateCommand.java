package fr.ondine.ui;

import fr.ondine.migrations.FleetProgress;
import fr.ondine.migrations.StateNotAllowed;
import fr.ondine.platform.tenancy.FleetRelease;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ondine.jar tenant migrate}: what a release's job runs; it needs the owner's way to PostgreSQL and no more. */
@Command(
        name = "migrate",
        description = "Brings all utilities to this release, or one; how far it is goes to standard error.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:all are up to date, or --go-on", "1:one is not, and the others are", "2:misused"})
final class MigrateCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable FleetCommand fleet;

    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "One utility, as after a failure.")
    private @Nullable String slug;

    @Option(names = "--dry-run", description = "Changes nothing: prints who would be migrated, by which SQL.")
    private boolean dry;

    @Option(
            names = "--go-on",
            description = "Status 0 also when a utility could not be migrated: a release goes on without it.")
    private boolean goesOn;

    @Override
    public Integer call() {
        var command = java.util.Objects.requireNonNull(fleet);
        return command.printing(printed -> TenantCommand.on(
                FleetRelease.class,
                command.properties(),
                Map.of(),
                beans -> {
                    var release = beans.getBean(FleetRelease.class);
                    try {
                        if (dry) {
                            printed.accept(release.plan(slug));
                            return TenantCommand.DONE;
                        }
                        var report = release.migrate(slug, command.by(), MigrateCommand::tell);
                        printed.accept(report);
                        return goesOn ? TenantCommand.DONE : report.exitStatus();
                    } catch (StateNotAllowed refused) {
                        System.err.println("ondine: " + words(refused));
                        return TenantCommand.REFUSED;
                    }
                },
                NeededSettings.ofTheMigration()));
    }

    private static void tell(FleetProgress progress) {
        var last = progress.last();
        System.err.printf(
                "%d/%d  %s  %s%n",
                progress.done(),
                progress.total(),
                last.slug(),
                last.succeeded() ? last.milliseconds() + " ms" : "failed: " + last.failure());
    }

    private String words(StateNotAllowed refused) {
        return refused.from().isEmpty()
                ? "there is no utility '%s' here.".formatted(slug)
                : "'%s' is archived: resume it first.".formatted(slug);
    }
}
