package fr.ondine.platform.operators;

import fr.ondine.migrations.MoveReport;
import fr.ondine.platform.fleet.TransferProgress;
import fr.ondine.platform.fleet.UtilityMove;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Utilities as an operator may take them to another database: those who administer, in their own name. */
@Service
public class ManagedMoves {

    private final UtilityMove moves;
    private final PresentPassword password;
    private final Clock clock;

    ManagedMoves(UtilityMove moves, PresentPassword password, Clock clock) {
        this.moves = moves;
        this.password = password;
        this.clock = clock;
    }

    /** The databases that utilities may live on, by their names. */
    public List<String> clusters(CurrentOperator who) {
        who.require(Permission.ADMINISTER);
        return moves.clusters();
    }

    /** Those that keep what a utility left when it moved away; each is asked, and one that is away lasts. */
    public List<String> kept(CurrentOperator who, String slug) {
        who.require(Permission.ADMINISTER);
        return moves.kept(slug);
    }

    /** Takes a utility to another database, for a program that came in by a key. */
    public MoveReport move(CurrentOperator who, String slug, String to, TransferProgress progress) {
        who.requireProven(Permission.ADMINISTER, clock);
        return moves.run(slug, to, who.actor(), progress);
    }

    /** The same for an operator at a screen that somebody else may sit at: the password is asked for now, the move lasts. */
    public Function<TransferProgress, MoveReport> confirmed(
            CurrentOperator who, String slug, String to, String presentPassword) {
        who.requireProven(Permission.ADMINISTER, clock);
        password.confirm(who, presentPassword);
        return progress -> moves.run(slug, to, who.actor(), progress);
    }

    /** Refuses another name than the utility's now; what comes back deletes what it left there, which lasts. */
    public Runnable deletion(CurrentOperator who, String slug, String cluster, String typedName) {
        who.requireProven(Permission.ADMINISTER, clock);
        moves.requireName(slug, typedName);
        return () -> moves.deleteKept(slug, cluster, who.actor());
    }
}
