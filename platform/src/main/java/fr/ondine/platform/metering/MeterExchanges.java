package fr.ondine.platform.metering;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes down that a meter was removed (dépose) and another one fitted (pose) in its place. */
@Service
@Transactional
public class MeterExchanges {

    private final ReadPlaces places;
    private final ExchangeStore store;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    MeterExchanges(ReadPlaces places, ExchangeStore store, Tenants tenants, AuditTrail audit, Clock clock) {
        this.places = places;
        this.store = store;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Removes the meter that is in place and fits another one, or asks again when what the old one measured is unusual.
     *
     * @throws ReadingRefused if it cannot have been so, and then nothing is changed
     */
    public ExchangeOutcome exchange(CurrentStaff who, AgreementId agreement, NewMeter typed, boolean confirmed) {
        who.require(StaffRole.AGENT);
        var place = places.of(agreement).orElseThrow(ReadingRefused::unknownContract);
        var old = place.inPlace().orElseThrow(ReadingRefused::nothingInPlace);
        var removal = removal(place, old, typed);
        if (!removal.meter().equals(old)) {
            throw ReadingRefused.beforeFitting(old.installedOn());
        }
        var fitting = fitting(typed);
        if (removal.judgement().doubt().isPresent() && !confirmed) {
            return new ExchangeOutcome.Doubted(removal.judgement());
        }
        store.exchange(old, typed, removal.reading(), fitting);
        audit.record(
                who.actor(), "meter.exchanged", "agreement:" + agreement.value(), old.serial() + " " + typed.serial());
        return new ExchangeOutcome.Done(old, removal.judgement());
    }

    /** As any reading of that day; what was read of the old meter later would be of no meter. */
    private Entry removal(ReadPlace place, MeterInstallation old, NewMeter typed) {
        var day = typed.day();
        place.readings().stream()
                .filter(reading ->
                        old.showed(reading) && day != null && reading.readOn().isAfter(day))
                .findFirst()
                .ifPresent(reading -> {
                    throw ReadingRefused.readSince(reading);
                });
        return Entry.of(
                place,
                new NewReading(day, typed.removal(), ReadingSource.AGENT),
                LocalDate.now(clock),
                tenants.current().readings());
    }

    private Volume fitting(NewMeter typed) {
        if (typed.serial().isEmpty()) {
            throw ReadingRefused.withoutSerial();
        }
        var dials = store.dials(typed.serial()).orElse(typed.dials());
        if (store.isInPlace(typed.serial())) {
            throw ReadingRefused.fittedElsewhere(typed.serial());
        }
        var register = TypedRegister.find(typed.fitting()).orElseThrow(ReadingRefused::noFittingRegister);
        if (!new Register(dials).canShow(register)) {
            throw ReadingRefused.fittingTooLong(dials);
        }
        return register;
    }
}
