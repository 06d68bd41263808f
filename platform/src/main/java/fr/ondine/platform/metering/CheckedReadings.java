package fr.ondine.platform.metering;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The readings that deserve a look, and what staff make of each: right, corrected or set aside, never lost. */
@Service
@Transactional
public class CheckedReadings {

    public static final int PAGE = 50;
    private static final int LONGEST_REASON = 500;

    private final CheckList list;
    private final ReadPlaces places;
    private final ReadingStore store;
    private final ReadingEntries entries;
    private final StandingReadings standing;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CheckedReadings(
            CheckList list,
            ReadPlaces places,
            ReadingStore store,
            ReadingEntries entries,
            StandingReadings standing,
            Tenants tenants,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.list = list;
        this.places = places;
        this.store = store;
        this.entries = entries;
        this.standing = standing;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
    }

    /** The latest readings first, a page at a time, the first of which is 0; what is billed is not looked at any more. */
    @Transactional(readOnly = true)
    public CheckPage list(CurrentStaff who, CheckFilter filter, int page) {
        who.require(StaffPermission.LOOK);
        var rows = list.find(filter, page * PAGE, PAGE + 1);
        return new CheckPage(rows.stream().limit(PAGE).toList(), rows.size() > PAGE);
    }

    /** A reading that stands, with its place. */
    @Transactional(readOnly = true)
    public Optional<ReadPlace> place(CurrentStaff who, ReadingId reading) {
        who.require(StaffPermission.LOOK);
        return places.of(reading);
    }

    /** What is to be thought of a reading of a place. */
    @Transactional(readOnly = true)
    public Optional<Judgement> judgement(CurrentStaff who, ReadPlace place, ReadingId reading) {
        who.require(StaffPermission.LOOK);
        var rules = tenants.current().readings();
        return place.find(reading)
                .map(KnownReading::reading)
                .flatMap(one ->
                        place.of(one).map(meter -> Judgement.of(one, meter, place.meters(), place.readings(), rules)));
    }

    /** What no longer stands of the meters of a place, the latest first. */
    @Transactional(readOnly = true)
    public List<WithdrawnReading> withdrawn(CurrentStaff who, ReadPlace place) {
        who.require(StaffPermission.LOOK);
        return list.withdrawn(place.meters());
    }

    /** Takes a doubtful reading for right, which billing does too from then on: it is as if somebody had given it now. */
    public void confirm(CurrentStaff who, SeenReading reading) {
        who.require(StaffPermission.SERVE);
        store.confirm(reading, who.actor());
        record(who, "reading.confirmed", reading.id(), "");
        places.of(reading.id()).ifPresent(place -> taken(place, reading.id()));
    }

    private void taken(ReadPlace place, ReadingId id) {
        place.find(id)
                .filter(known -> !known.isBilled())
                .map(KnownReading::reading)
                .flatMap(reading -> place.of(reading)
                        .map(meter -> ReadingsTaken.one(TenantContext.current(), meter.meterId(), reading.readOn())))
                .ifPresent(events::publishEvent);
    }

    /**
     * Puts a reading of the same day in the place of one that was wrong, as {@link ReadingEntries#enter} takes it.
     *
     * @throws ReadingRefused if the first is billed or gone, the second cannot be, or nobody says why
     */
    public EntryOutcome correct(
            CurrentStaff who, SeenReading wrong, NewReading right, String reason, boolean confirmed) {
        var place = withdrawable(who, wrong, reason);
        var entry = entries.check(place.without(wrong.id()), right);
        if (entries.isDoubted(entry, confirmed)) {
            return new EntryOutcome.Doubted(entry.reading(), entry.judgement());
        }
        store.withdraw(wrong, who.actor(), reason.strip());
        store.replaced(
                wrong.id(), entries.keep(who, entry, "reading:" + wrong.id().value()));
        record(who, "reading.corrected", wrong.id(), reason.strip());
        return new EntryOutcome.Kept(entry.reading(), entry.judgement());
    }

    /** Takes a reading out of what is billed from; it stays on file with who did so and why. */
    public void setAside(CurrentStaff who, SeenReading reading, String reason) {
        withdrawable(who, reading, reason);
        store.withdraw(reading, who.actor(), reason.strip());
        record(who, "reading.set-aside", reading.id(), reason.strip());
    }

    private ReadPlace withdrawable(CurrentStaff who, SeenReading reading, String reason) {
        who.require(StaffPermission.SERVE);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ReadingRefused.withoutReason();
        }
        store.lock(reading); // what has hold of it is not waited for by every invoice
        standing.beforeWithdrawal();
        var place = places.of(reading.id()).orElseThrow(ReadingRefused::gone);
        var stands = place.find(reading.id()).filter(one -> one.seen().equals(reading));
        if (stands.orElseThrow(ReadingRefused::gone).isBilled()) {
            throw ReadingRefused.alreadyBilled();
        }
        return place;
    }

    private void record(CurrentStaff who, String act, ReadingId reading, String detail) {
        audit.record(who.actor(), act, "reading:" + reading.value(), detail);
    }
}
