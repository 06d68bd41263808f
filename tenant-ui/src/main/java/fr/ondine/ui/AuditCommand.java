package fr.ondine.ui;

import fr.ondine.platform.audit.AuditChain;
import fr.ondine.platform.audit.ChainReport;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** Says whether a utility's audit trail is the one that was written: {@code ondine.jar audit verify --tenant SLUG}. */
final class AuditCommand {

    static final String NAME = "audit";

    private static final String USAGE = """
            ondine: audit verify --tenant SLUG
              goes through the whole trail and names the first entry that was altered, removed or slipped in
            """;

    private AuditCommand() {}

    static int run(Map<String, Object> properties, String... arguments) {
        var given = List.of(arguments);
        if (given.size() != 4
                || !given.subList(0, 3).equals(List.of(NAME, "verify", "--tenant"))
                || given.get(3).isBlank()) {
            System.err.print(USAGE);
            return TenantCommand.MISUSED;
        }
        return TenantCommand.run(properties, given.get(3), beans -> verify(beans, given.get(3)));
    }

    private static int verify(BeanFactory beans, String slug) {
        var report = beans.getBean(AuditChain.class).verify();
        return report.broken().map(broken -> tell(slug, broken)).orElseGet(() -> tell(report));
    }

    private static int tell(String slug, ChainReport.Broken broken) {
        var what = switch (broken.fault()) {
            case ALTERED -> "was altered";
            case REMOVED -> "is gone";
            case SLIPPED_IN -> "was slipped in";
            case CUT_OFF -> "and all that followed are cut off";
            case EARLIER_CHANGED -> "before the chain began: they are not what they were";
            case REWRITTEN -> "is not the one that was witnessed: the trail was written anew";
        };
        System.err.println("ondine: the audit trail of " + slug + " is broken: entry " + broken.number()
                + (broken.entry().isEmpty() ? "" : " (" + broken.entry() + ")") + " " + what + ".");
        return TenantCommand.REFUSED;
    }

    private static int tell(ChainReport report) {
        System.out.println("whole: " + report.linked() + " entries in the chain, " + report.earlier()
                + " before it began, the detail of " + report.erased() + " erased");
        System.out.println("head: " + report.linked() + " " + report.head());
        return TenantCommand.DONE;
    }
}
