package fr.ondine.platform.metering;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the readings that staff took themselves, or that came by card or telephone. */
@Service
@Transactional
public class ReadingEntries {

    private final ReadPlaces places;
    private final ReadingStore store;
    private final DoubtStore doubts;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReadingEntries(
            ReadPlaces places,
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

    /** Contracts by a number that they have or had, or by the serial of a meter; those in force first, twenty at most. */
    @Transactional(readOnly = true)
    public List<ReadAgreement> find(CurrentStaff who, String typed) {
        who.require(StaffPermission.LOOK);
        return places.find(typed);
    }

    @Transactional(readOnly = true)
    public Optional<ReadPlace> place(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return places.of(agreement);
    }

    /**
     * Keeps a reading, or asks for it a second time when its volume is unusual.
     *
     * @param confirmed whether the person was shown the figures and says they are right, which is kept with their name
     * @throws ReadingRefused if it cannot be, and then nothing is kept
     */
    public EntryOutcome enter(CurrentStaff who, AgreementId agreement, NewReading typed, boolean confirmed) {
        who.require(StaffPermission.SERVE);
        var place = places.of(agreement).orElseThrow(ReadingRefused::unknownContract);
        var entry = check(place, typed);
        if (isDoubted(entry, confirmed)) {
            return new EntryOutcome.Doubted(entry.reading(), entry.judgement());
        }
        keep(who, entry, "agreement:" + agreement.value());
        return new EntryOutcome.Kept(entry.reading(), entry.judgement());
    }

    Entry check(ReadPlace place, NewReading typed) {
        return Entry.of(place, typed, LocalDate.now(clock), tenants.current().readings())
                .requireNew(place);
    }

    boolean isDoubted(Entry entry, boolean confirmed) {
        return entry.judgement().doubt().isPresent() && !confirmed;
    }

    ReadingId keep(CurrentStaff who, Entry entry, String detail) {
        var reading = store.insert(entry.meter(), entry.reading());
        doubts.note(List.of(new DoubtStore.Judged(entry.meter().meterId(), entry.reading(), entry.judgement())));
        if (entry.judgement().doubt().isPresent()) {
            store.confirm(new SeenReading(reading, entry.reading().register()), who.actor());
        }
        audit.record(who.actor(), "reading.entered", "reading:" + reading.value(), detail);
        events.publishEvent(ReadingsTaken.one(
                TenantContext.current(),
                entry.meter().meterId(),
                entry.reading().readOn()));
        return reading;
    }
}
