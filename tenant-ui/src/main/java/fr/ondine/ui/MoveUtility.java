package fr.ondine.ui;

import fr.ondine.platform.fleet.UtilityMove;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tenant move SLUG --to CLUSTER}: a utility changes its PostgreSQL. */
@Command(
        name = "move",
        description =
                "Takes a utility to another PostgreSQL cluster: its portal is read only while its rows are copied and"
                        + " compared. What it leaves is kept there until --delete-kept.")
final class MoveUtility implements Callable<Integer> {

    @ParentCommand
    private @Nullable FleetCommand fleet;

    @Parameters(paramLabel = "SLUG")
    private String slug = "";

    @ArgGroup(multiplicity = "1")
    private Wish wish = new Wish();

    /** One of the two. */
    static final class Wish {

        @Option(names = "--to", paramLabel = "CLUSTER", description = "As in ondine.database.clusters, or main.")
        private @Nullable String to;

        @Option(names = "--delete-kept", paramLabel = "CLUSTER", description = "Deletes what it left there.")
        private @Nullable String left;
    }

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(fleet);
        return command.on(UtilityMove.class, moves -> {
            if (wish.to != null) {
                return moves.run(slug, wish.to, command.by(), FleetCommand::tellProgress);
            }
            var deleted = moves.deleteKept(slug, Objects.requireNonNull(wish.left), command.by());
            return new Told(slug, deleted ? "deleted" : "nothing was kept there");
        });
    }
}
