package fr.ondine.ui;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The word that follows {@code ondine.jar}, and who does what it says. */
final class Commands {

    private static final Map<String, ToIntFunction<String[]>> ALL = Map.of(
            ImportCommand.NAME,
            ImportCommand::run,
            ClaimCommand.CLAIMS,
            ClaimCommand::run,
            ClaimCommand.INVITE,
            ClaimCommand::run,
            AuditCommand.NAME,
            arguments -> AuditCommand.run(Map.of(), arguments),
            FleetCommand.NAME,
            arguments -> FleetCommand.run(Map.of(), arguments),
            OperatorCommand.NAME,
            arguments -> OperatorCommand.run(Map.of(), arguments),
            VaultCommand.NAME,
            arguments -> VaultCommand.run(Map.of(), arguments),
            Help.NAME,
            arguments -> Help.print(),
            "-h",
            arguments -> Help.print(),
            "help",
            arguments -> Help.print());

    private Commands() {}

    /** How it ended; nothing where there is none, and portals are to be served. */
    static OptionalInt run(String... arguments) {
        var command = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (command != null) {
            return OptionalInt.of(command.applyAsInt(arguments));
        }
        var refusal = refusal(arguments);
        refusal.ifPresent(System.err::println);
        return refusal.isPresent() ? OptionalInt.of(TenantCommand.MISUSED) : OptionalInt.empty();
    }

    /** Whoever mistypes a command must not start another server by it: what serves is told settings and nothing else. */
    static Optional<String> refusal(String... arguments) {
        return Stream.of(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .map(word -> "ondine: "
                        + (ALL.containsKey(word)
                                ? "'" + word + "' must be the first word."
                                : "there is no command '" + word + "': the nearest is '" + nearest(word) + "'.")
                        + " --help lists all.");
    }

    private static String nearest(String word) {
        return Nearest.of(
                word,
                ALL.keySet().stream()
                        .filter(name -> !name.startsWith("-"))
                        .sorted()
                        .toList());
    }
}
