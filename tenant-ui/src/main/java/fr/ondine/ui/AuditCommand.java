package fr.ondine.ui;

import fr.ondine.platform.audit.AuditChain;
import fr.ondine.platform.audit.ChainReport;
import fr.ondine.platform.audit.OperatorChain;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;

/**
 * Says whether a utility's audit trail, or that of operators, is the one that was written: {@code ondine.jar audit verify
 * --tenant SLUG}, or {@code --operators}.
 */
final class AuditCommand {

    static final String NAME = "audit";

    private static final String USAGE = """
            ondine: audit verify --tenant SLUG, or --operators
              goes through the whole trail and names the first entry that was altered, removed or slipped in,
              or the first witness that is not the platform's own
            """;

    private AuditCommand() {}

    static int run(Map<String, Object> properties, String... arguments) {
        var given = List.of(arguments);
        if (given.equals(List.of(NAME, "verify", "--operators"))) {
            return TenantCommand.onPlatform(
                    properties,
                    beans ->
                            tell("operators", beans.getBean(OperatorChain.class).verify()));
        }
        if (given.size() != 4
                || !given.subList(0, 3).equals(List.of(NAME, "verify", "--tenant"))
                || given.get(3).isBlank()) {
            System.err.print(USAGE);
            return TenantCommand.MISUSED;
        }
        return TenantCommand.run(properties, given.get(3), beans -> verify(beans, given.get(3)));
    }

    private static int verify(BeanFactory beans, String slug) {
        return tell(slug, beans.getBean(AuditChain.class).verify());
    }

    private static int tell(String whose, ChainReport report) {
        System.out.println("witnesses: " + report.witnesses() + " compared");
        return report.broken().map(broken -> tell(whose, broken)).orElseGet(() -> tell(report));
    }

    private static int tell(String whose, ChainReport.Broken broken) {
        System.err.println("ondine: the audit trail of " + whose + " is broken: " + sentence(broken) + ".");
        return TenantCommand.REFUSED;
    }

    private static String sentence(ChainReport.Broken broken) {
        var entry = "entry " + broken.number() + (broken.entry().isEmpty() ? "" : " (" + broken.entry() + ")") + " ";
        return switch (broken.fault()) {
            case ALTERED -> entry + "was altered";
            case REMOVED -> entry + "is gone";
            case SLIPPED_IN -> entry + "was slipped in";
            case CUT_OFF -> entry + "and all that followed are cut off";
            case EARLIER_CHANGED -> entry + "before the chain began: they are not what they were";
            case REWRITTEN -> entry + "is not the one that was witnessed: the trail was written anew";
            case WITNESS_NOT_OURS ->
                "the witness of " + day(broken) + " for entry " + broken.number()
                        + " is not ours: somebody wrote or changed it, and what follows the last one that is may be cut off";
        };
    }

    private static LocalDate day(ChainReport.Broken broken) {
        return LocalDate.ofInstant(Objects.requireNonNull(broken.takenAt()), ZoneOffset.UTC);
    }

    private static int tell(ChainReport report) {
        System.out.println("whole: " + report.linked() + " entries in the chain, " + report.earlier()
                + " before it began, the detail of " + report.erased() + " erased");
        System.out.println("head: " + report.linked() + " " + report.head());
        return TenantCommand.DONE;
    }
}
