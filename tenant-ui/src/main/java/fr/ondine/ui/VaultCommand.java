package fr.ondine.ui;

import fr.ondine.platform.fleet.Rotation;
import fr.ondine.platform.fleet.Rotation.Place;
import fr.ondine.platform.fleet.VaultRotation;
import fr.ondine.platform.operators.Operators;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ondine.jar vault rotate}: every secret follows the master key that seals now. */
@Command(
        name = VaultCommand.NAME,
        description = "Brings the platform's secrets under another master key.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:no secret needs another key", "1:some do, or refused", "2:misused"})
final class VaultCommand {

    static final String NAME = "vault";

    private final Map<String, Object> properties;

    private VaultCommand(Map<String, Object> properties) {
        this.properties = properties;
    }

    static int run(Map<String, Object> properties, String... arguments) {
        return TenantCommand.execute(line(properties), Throwable::getMessage, arguments);
    }

    /** What can be typed. */
    static CommandLine line(Map<String, Object> properties) {
        return new CommandLine(new VaultCommand(properties));
    }

    @Command(
            description = "Seals every secret anew with the first key of ondine.vault.key, while portals are served.",
            mixinStandardHelpOptions = true)
    int rotate(
            @Option(names = "--check", description = "Changes nothing: says what still needs another key.")
                    boolean check,
            @Option(
                            names = "--by",
                            defaultValue = "${sys:user.name}",
                            description = "Who does it, for the audit trail; by default ${DEFAULT-VALUE}.")
                    String by) {
        return TenantCommand.onPlatform(properties, beans -> {
            var rotation = beans.getBean(VaultRotation.class);
            return tell(
                    check ? rotation.check() : rotation.rotate("operator:" + by, FleetCommand::tellProgress), beans);
        });
    }

    private static int tell(Rotation done, BeanFactory beans) {
        done.places().stream().filter(Place::isToBeTold).map(VaultCommand::line).forEach(System.out::println);
        var older = done.older();
        System.out.printf(
                "key %s seals: %,d secrets sealed anew, %,d still under another key%n",
                done.key(), done.renewed(), older.openable());
        if (older.lost() > 0) {
            System.out.printf("%,d secrets are opened by no key that is given%n", older.lost());
        }
        if (!done.others().isEmpty()) {
            beans.getBean(Operators.class)
                    .withRecoveryCodesOfFormerReleases()
                    .forEach(email -> System.out.println("recovery codes of " + email
                            + " end with the key that they were drawn under: choose the application anew"));
        }
        if (done.isDone() && !done.others().isEmpty()) {
            System.out.println("no secret needs " + String.join(", ", done.others()) + " any more");
        }
        return done.isDone() ? TenantCommand.DONE : TenantCommand.REFUSED;
    }

    private static String line(Place place) {
        return place.failure().isEmpty()
                ? "%s: %,d still under another key, %,d opened by none"
                        .formatted(
                                place.name(),
                                place.older().openable(),
                                place.older().lost())
                : "%s: %s; again when that is over".formatted(place.name(), place.failure());
    }
}
