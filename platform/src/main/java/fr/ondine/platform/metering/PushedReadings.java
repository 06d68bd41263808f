package fr.ondine.platform.metering;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.provider.ApiCaller;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the readings that meters send, from the program that collects them. What cannot be is refused line by line and
 * keeps none of the others out; what is unusual is kept and waits for staff to look, as that of a file does.
 */
@Service
@Transactional
public class PushedReadings {

    /** How many a program may hand on at once. */
    public static final int MOST = 10_000;

    /** Few enough that years of daily readings of each of their places fit in memory. */
    private static final int AT_ONCE = 100;

    private final PushedPlaces places;
    private final ReadingStore store;
    private final DoubtStore doubts;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PushedReadings(
            PushedPlaces places,
            ReadingStore store,
            DoubtStore doubts,
            Tenants tenants,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.places = places;
        this.store = store;
        this.doubts = doubts;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public PushReport push(ApiCaller caller, List<PushedReading> pushed) {
        caller.require(ClientScope.READINGS_WRITE);
        if (pushed.isEmpty() || pushed.size() > MOST) {
            throw ReadingRefused.notSoMany(MOST);
        }
        places.hold(pushed.stream()
                .flatMap(one -> PushedLot.meter(one).stream())
                .map(MeterDay::serial)
                .collect(Collectors.toSet()));
        var kept = 0;
        var already = 0;
        var refusals = new ArrayList<PushReport.Refusal>();
        for (var first = 0; first < pushed.size(); first += AT_ONCE) {
            var lot = lot(pushed, first, Math.min(first + AT_ONCE, pushed.size()));
            var gone = write(lot.taken());
            kept += lot.taken().size() - gone.size();
            already += lot.already();
            refusals.addAll(lot.refusals());
            refusals.addAll(gone);
        }
        refusals.sort(Comparator.comparingInt(PushReport.Refusal::index));
        audit.record(
                caller.actor(),
                "readings.pushed",
                "readings",
                kept + " kept, " + already + " already, " + refusals.size() + " refused");
        return new PushReport(pushed.size(), kept, already, refusals);
    }

    private PushedLot lot(List<PushedReading> pushed, int from, int until) {
        var meters = pushed.subList(from, until).stream()
                .flatMap(one -> PushedLot.meter(one).stream())
                .collect(Collectors.toSet());
        var lot = new PushedLot(
                places.of(meters), LocalDate.now(clock), tenants.current().readings());
        for (var index = from; index < until; index++) {
            lot.add(index, pushed.get(index));
        }
        return lot;
    }

    /** Those in whose place a file brought another meanwhile. */
    private List<PushReport.Refusal> write(List<PushedLot.Taken> taken) {
        var written = store.insertAll(taken);
        var kept = taken.stream().filter(one -> written.contains(one.id())).toList();
        doubts.note(kept.stream().map(PushedLot.Taken::judged).toList());
        if (!kept.isEmpty()) {
            events.publishEvent(new ReadingsTaken(
                    TenantContext.current(),
                    kept.stream()
                            .map(PushedLot.Taken::entry)
                            .map(one -> new ReadingsTaken.Taken(
                                    one.meter().meterId(), one.reading().readOn()))
                            .toList()));
        }
        return taken.stream()
                .filter(one -> !written.contains(one.id()))
                .map(one -> new PushReport.Refusal(
                        one.index(), ReadingRefused.already(one.entry().reading())))
                .toList();
    }
}
