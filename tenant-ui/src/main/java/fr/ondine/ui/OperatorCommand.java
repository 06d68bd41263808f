package fr.ondine.ui;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.operators.Operators;
import fr.ondine.platform.operators.Permission;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ondine.jar operator …}: lets the first operator in, or one who lost the way. */
@Command(
        name = OperatorCommand.NAME,
        description = "Invites operators to the console.",
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
}
