package fr.ondine.ui.console;

import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.ManagedFleet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an operator may do to a utility, as far as its state allows. */
enum UtilityAct {
    SUSPEND(ManagedFleet::suspend),
    RESUME(ManagedFleet::resume),
    MIGRATE((fleet, who, slug, reason) -> fleet.migrate(who, slug)),
    ARCHIVE(ManagedFleet::archive);

    private final Deed deed;

    UtilityAct(Deed deed) {
        this.deed = deed;
    }

    static List<UtilityAct> of(UtilitySummary utility) {
        return Arrays.stream(values()).filter(act -> act.suits(utility)).toList();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    UtilitySummary on(ManagedFleet fleet, CurrentOperator who, String slug, String reason) {
        return deed.on(fleet, who, slug, reason);
    }

    private boolean suits(UtilitySummary utility) {
        var next = utility.state().next();
        return switch (this) {
            case SUSPEND -> next.contains(UtilityState.SUSPENDED);
            case RESUME -> next.contains(UtilityState.READY);
            case ARCHIVE -> next.contains(UtilityState.ARCHIVED);
            case MIGRATE ->
                utility.state() != UtilityState.ARCHIVED && (!utility.upToDate() || utility.lastError() != null);
        };
    }

    private interface Deed {
        UtilitySummary on(ManagedFleet fleet, CurrentOperator who, String slug, String reason);
    }
}
