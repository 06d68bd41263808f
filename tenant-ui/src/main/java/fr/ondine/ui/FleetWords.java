package fr.ondine.ui;

import fr.ondine.migrations.FleetPlan;
import fr.ondine.migrations.FleetReport;
import fr.ondine.migrations.MoveReport;
import fr.ondine.platform.fleet.AuditedAct;
import fr.ondine.platform.fleet.ConfigurationVersion;
import fr.ondine.platform.fleet.ExportReport;
import fr.ondine.platform.fleet.ImportReport;
import fr.ondine.platform.fleet.UtilitySchema;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.Everybody.SignedOut;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.tenantconfig.ConfigurationChange;
import fr.ondine.ui.operatorapi.FleetPage;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the operators' commands print: lines for a person, JSON for a script. */
final class FleetWords {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final long MEGABYTE = 1_000_000;

    private static final int MOST_NAMED = 20;

    private FleetWords() {}

    static String of(Object result, boolean json) {
        return json ? JSON.writeValueAsString(result) : line(result);
    }

    /** Why a command did not end, in one sentence: a file's own failure has but its name for a message. */
    static String failure(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException wrapped -> failure(Objects.requireNonNull(wrapped.getCause()));
            case NoSuchFileException missing -> "there is no file " + missing.getFile() + ".";
            case AccessDeniedException denied -> "the file " + denied.getFile() + " may not be opened.";
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static String line(Object result) {
        return switch (result) {
            case FleetPage page ->
                lines(page.utilities())
                        + "%n%s, page %d of %d"
                                .formatted(utilities(page.total()), page.page(), Math.max(1, page.pages()));
            case UnservedUtilities unserved ->
                lines(unserved.utilities())
                        + "%n%s cannot be served"
                                .formatted(utilities(unserved.utilities().size()));
            case UnservedUtilities.Utility utility -> unserved(utility);
            case List<?> rows -> lines(rows);
            case UtilitySummary utility -> summary(utility);
            case ShownUtility shown -> summary(shown.utility()) + details(shown.utility());
            case Limits limits -> limits(limits);
            case ConfigurationVersion version ->
                "%4d  %s  %s  %s"
                        .formatted(version.version(), version.appliedAt(), version.appliedBy(), version.reason());
            case ConfigurationChange change ->
                "%s: %s -> %s".formatted(change.path(), shown(change.before()), shown(change.after()));
            case FleetPlan plan -> plan(plan);
            case FleetReport report -> report(report);
            case ExportReport done -> exported(done);
            case ImportReport done ->
                summary(done.utility()) + "\n" + counted(done.rows(), done.documents(), done.jobs());
            case MoveReport done -> moved(done);
            case SignedOut out ->
                "%s: %,d accounts of subscribers and %,d of staff have to sign in again"
                        .formatted(out.slug(), out.subscribers(), out.staff());
            case AuditedAct act -> "%s  %s  %s  %s".formatted(act.at(), act.actor(), act.action(), act.detail());
            default -> result.toString();
        };
    }

    private static String unserved(UnservedUtilities.Utility utility) {
        return "%-20s  %-12s  %s%s"
                .formatted(
                        utility.slug(),
                        utility.reason().name().toLowerCase(Locale.ROOT),
                        utility.name(),
                        utility.lastError() == null ? "" : "\n    " + utility.lastError());
    }

    private static String utilities(long number) {
        return number == 1 ? "1 utility" : number + " utilities";
    }

    private static String lines(List<?> rows) {
        return rows.isEmpty() ? "none" : rows.stream().map(FleetWords::line).collect(Collectors.joining("\n"));
    }

    private static String moved(MoveReport done) {
        return "%s lives on %s: %,d rows in %d tables, equal on both sides, and %,d waiting jobs; read only for %.1f s\n"
                        .formatted(
                                done.slug(),
                                done.to(),
                                done.rows(),
                                done.tables(),
                                done.jobs(),
                                done.readOnlyMilliseconds() / 1000.0)
                + "what it left is kept on %1$s: move %2$s --delete-kept %1$s".formatted(done.from(), done.slug());
    }

    private static String summary(UtilitySummary utility) {
        return "%-20s  %-12s  %-8s  %s  %s%s"
                .formatted(
                        utility.slug(),
                        utility.state().name().toLowerCase(Locale.ROOT),
                        utility.upToDate() ? "current" : "behind",
                        utility.name(),
                        String.join(" ", utility.hosts()),
                        utility.lastError() == null ? "" : "\n    " + utility.lastError());
    }

    private static String details(UtilitySummary utility) {
        return "\n    cluster        %s\n    schema         %s\n    agreements     %s\n    size           %s\n    last activity  %s\n    limits         %s"
                .formatted(
                        utility.cluster(),
                        known(utility.schema(), FleetWords::schema),
                        known(utility.agreements(), "%,d"::formatted),
                        known(utility.bytes(), bytes -> "%,d MB".formatted(Math.max(1, bytes / MEGABYTE))),
                        known(utility.lastActivity(), Instant::toString),
                        limits(utility.limits()));
    }

    private static String schema(UtilitySchema schema) {
        return "%d change sets, version %s, fingerprint %s"
                .formatted(schema.changes(), schema.shortVersion(), schema.shortFingerprint());
    }

    private static <T> String known(@Nullable T value, Function<T, String> words) {
        return value == null ? "not known" : words.apply(value);
    }

    private static String limits(Limits limits) {
        return "%,d requests/s, %,d jobs, %,d mails/day, %,d MB"
                .formatted(
                        limits.requestsPerSecond(),
                        limits.concurrentJobs(),
                        limits.mailsPerDay(),
                        limits.storageMegabytes());
    }

    /** SQL with remarks, so that the whole is a script to read. */
    private static String plan(FleetPlan plan) {
        if (plan.isEmpty()) {
            return "-- nothing to do";
        }
        var platform = plan.platform().isEmpty() ? "" : "-- the schema of the platform\n" + plan.platform() + "\n";
        var rights = plan.steps().isEmpty()
                ? ""
                : "-- then, for each of these utilities, with its own ${schema} and ${role}\n" + plan.rights();
        return "-- dry run: %s would get to %d change sets; this changes nothing\n"
                        .formatted(utilities(plan.steps().size()), plan.changeSets())
                + platform
                + plan.scripts().stream()
                        .map(script -> remark(plan, script) + script.sql())
                        .collect(Collectors.joining("\n"))
                + rights;
    }

    private static String remark(FleetPlan plan, FleetPlan.Script script) {
        var utilities = plan.steps().stream()
                .filter(step -> step.script() == script.number())
                .map(FleetPlan.Step::slug)
                .toList();
        return "-- for %s with %d of %d change sets: %s\n"
                .formatted(utilities(utilities.size()), script.received().size(), plan.changeSets(), named(utilities));
    }

    /** A fleet is not read in one line. */
    private static String named(List<String> utilities) {
        var first = utilities.stream().limit(MOST_NAMED).collect(Collectors.joining(" "));
        var more = utilities.size() - MOST_NAMED;
        return more > 0 ? "%s and %d more, all named by --json".formatted(first, more) : first;
    }

    private static String report(FleetReport report) {
        var failures = report.failures().stream().map(failed -> "\n" + failed.slug() + ": " + failed.failure());
        return "%s migrated, %d failed, in %d ms"
                        .formatted(
                                utilities(report.migrated().size()),
                                report.failures().size(),
                                report.milliseconds())
                + failures.collect(Collectors.joining());
    }

    private static String exported(ExportReport done) {
        return "%s, %,d bytes: %s%s"
                .formatted(
                        done.file(),
                        done.bytes(),
                        counted(done.rows(), done.documents(), done.jobs()),
                        done.passphrase().isEmpty()
                                ? ""
                                : "\npassphrase, printed only here and needed to import: " + done.passphrase());
    }

    private static String counted(long rows, long documents, long jobs) {
        return "%,d rows, %,d documents, %,d waiting jobs".formatted(rows, documents, jobs);
    }

    private static String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "(absent)");
    }
}
