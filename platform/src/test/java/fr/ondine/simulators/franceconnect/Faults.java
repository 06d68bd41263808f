package fr.ondine.simulators.franceconnect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What is armed: each strikes the next time it can, once. */
final class Faults {

    private record Armed(Place place, Fault fault) {}

    private final List<Armed> signed = new ArrayList<>();
    private final List<Place> broken = new ArrayList<>();
    private final List<Place> slow = new ArrayList<>();
    private final AtomicReference<String> error = new AtomicReference<>();
    private final AtomicReference<Duration> since = new AtomicReference<>(Duration.ZERO);

    synchronized void arm(Place place, Fault fault) {
        signed.add(new Armed(place, fault));
    }

    synchronized void fail(Place place) {
        broken.add(place);
    }

    synchronized void slow(Place place) {
        slow.add(place);
    }

    void answer(String code) {
        error.set(code);
    }

    void remember(Duration ago) {
        since.set(ago);
    }

    synchronized void clear() {
        signed.clear();
        broken.clear();
        slow.clear();
        error.set(null);
        since.set(Duration.ZERO);
    }

    synchronized Optional<Fault> of(Place place) {
        var armed = signed.stream().filter(one -> one.place() == place).findFirst();
        armed.ifPresent(signed::remove);
        return armed.map(Armed::fault);
    }

    synchronized boolean isBroken(Place place) {
        return broken.remove(place);
    }

    synchronized boolean isSlow(Place place) {
        return slow.remove(place);
    }

    /** How long ago the person showed who they are. */
    Duration since() {
        return since.getAndSet(Duration.ZERO);
    }

    Optional<String> error() {
        return Optional.ofNullable(error.getAndSet(null));
    }
}
