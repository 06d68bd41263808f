package fr.ondine.simulators.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are armed; each is spent by the calls it concerns. */
final class Faults {

    private final List<Fault> armed = new ArrayList<>();

    synchronized void arm(Fault fault) {
        armed.add(fault);
    }

    synchronized void clear() {
        armed.clear();
    }

    synchronized Optional<Fault> take(ApiRequest request, Account account) {
        for (var i = 0; i < armed.size(); i++) {
            var fault = armed.get(i);
            if (fault.concerns(request, account)) {
                if (fault.times() > 1) {
                    armed.set(i, fault.times(fault.times() - 1));
                } else {
                    armed.remove(i);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
