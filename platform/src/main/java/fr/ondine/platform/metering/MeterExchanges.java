package fr.ondine.platform.metering;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
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
        who.require(StaffPermission.SERVE);
        var place = places.of(agreement).orElseThrow(ReadingRefused::unknownContract);
        var old = place.inPlace().orElseThrow(ReadingRefused::nothingInPlace);
        var removal = removal(place, old, typed);
        if (!removal.meter().equals(old)) {
            throw ReadingRefused.beforeFitting(old.installedOn());
        }
        var fitted = fitted(typed);
        var fitting = fitting(fitted);
        if (removal.judgement().doubt().isPresent() && !confirmed) {
            return new ExchangeOutcome.Doubted(removal.judgement());
        }
        store.exchange(old, fitted, removal.reading(), fitting, who.actor());
        audit.record(
                who.actor(), "meter.exchanged", "agreement:" + agreement.value(), old.serial() + " " + fitted.serial());
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

    /** A meter that is known keeps its serial and dials as they are on file; nobody else fits it until this is done. */
    private NewMeter fitted(NewMeter typed) {
        if (typed.serial().isEmpty()) {
            throw ReadingRefused.withoutSerial();
        }
        if (typed.serial().length() > NewMeter.LONGEST_SERIAL) {
            throw ReadingRefused.serialTooLong();
        }
        var fitted = store.lock(typed.serial()).map(typed::of).orElse(typed);
        if (store.isFittedOnOrAfter(fitted)) {
            throw ReadingRefused.fittedElsewhere(fitted.serial());
        }
        return fitted;
    }

    private static Volume fitting(NewMeter fitted) {
        var register = TypedRegister.find(fitted.fitting()).orElseThrow(ReadingRefused::noFittingRegister);
        if (!new Register(fitted.dials()).canShow(register)) {
            throw ReadingRefused.fittingTooLong(fitted.dials());
        }
        return register;
    }
}
