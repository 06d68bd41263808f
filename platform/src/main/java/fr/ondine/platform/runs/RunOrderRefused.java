package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.DomainException;
import java.util.List;

/** A run is not begun as it was asked for; all that is wrong with it is told at once. */
public final class RunOrderRefused extends DomainException {

    private final transient List<RunFault> faults;

    RunOrderRefused(List<RunFault> faults) {
        super("runs.order-refused");
        this.faults = List.copyOf(faults);
    }

    public List<RunFault> faults() {
        return faults;
    }
}
