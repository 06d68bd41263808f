package fr.ondine.ui;

import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.WantedActs;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.operators.Operators;
import fr.ondine.platform.operators.Permission;
import java.time.LocalDate;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ondine.jar operator …}: lets the first operator in, or one who lost the way, and tells what operators did. */
@Command(
        name = OperatorCommand.NAME,
        description = "Invites operators to the console, and tells what they did.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:refused or failed", "2:misused"})
final class OperatorCommand {

    static final String NAME = "operator";

    private final Map<String, Object> properties;

    private OperatorCommand(Map<String, Object> properties) {
        this.properties = properties;
    }

    static int run(Map<String, Object> properties, String... arguments) {
        return TenantCommand.execute(line(properties), Throwable::getMessage, arguments);
    }

    /** What can be typed. */
    static CommandLine line(Map<String, Object> properties) {
        return new CommandLine(new OperatorCommand(properties)).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Command(
            description = "Mails an invitation that is good for a day; the mail leaves from a process that serves.",
            mixinStandardHelpOptions = true)
    int invite(
            @Option(names = "--email", required = true) String email,
            @Option(names = "--name", required = true) String name,
            @Option(names = "--permission", required = true, description = "${COMPLETION-CANDIDATES}")
                    Permission permission,
            @Option(
                            names = "--by",
                            defaultValue = "${sys:user.name}",
                            description = "Who does it, for the audit trail; by default ${DEFAULT-VALUE}.")
                    String by) {
        return TenantCommand.onPlatform(properties, beans -> {
            var address = new EmailAddress(email);
            beans.getBean(Operators.class).inviteFromOutside("operator:" + by, address, name, permission);
            System.out.println("an invitation leaves for " + address.value());
            return TenantCommand.DONE;
        });
    }

    @Command(
            description =
                    "What operators did, to utilities and to each other, as JSON, a line each, from the first to the last.",
            mixinStandardHelpOptions = true)
    int acts(
            @Option(names = "--from", defaultValue = "1900-01-01", description = "The first day (UTC).") LocalDate from,
            @Option(names = "--to", defaultValue = "9000-01-01", description = "The last day (UTC).") LocalDate to,
            @Option(names = "--by", defaultValue = "", description = "A part of the name of who did it.") String by,
            @Option(names = "--utility", paramLabel = "SLUG", defaultValue = "") String utility) {
        return TenantCommand.onPlatform(properties, beans -> {
            var json = JsonMapper.shared();
            beans.getBean(FleetDirectory.class)
                    .acts(
                            new WantedActs(from, to, by, utility),
                            act -> System.out.println(json.writeValueAsString(act)));
            return TenantCommand.DONE;
        });
    }
}
