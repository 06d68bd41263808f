package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Feature;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the readings that subscribers send: today's black digits of the meter that is in place. */
@Service
@Transactional
public class Readings {

    private final Meters meters;
    private final Agreements agreements;
    private final Tenants tenants;
    private final ReadingWindows windows;
    private final DoubtStore doubts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Readings(
            Meters meters,
            Agreements agreements,
            Tenants tenants,
            ReadingWindows windows,
            DoubtStore doubts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meters = meters;
        this.agreements = agreements;
        this.tenants = tenants;
        this.windows = windows;
        this.doubts = doubts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The meter that the person may read today, with what they may know of it.
     *
     * @throws ReadingsNotTaken if the utility takes no readings from subscribers
     * @throws AgreementNotInForce if the agreement is over or has not begun
     * @throws ReadingWindowClosed if the utility takes them on other days of the year
     * @throws NoMeterInPlace if there is none
     */
    @Transactional(readOnly = true)
    public MeterToday meter(UserId person, AgreementId agreement) {
        return toRead(person, agreement).state();
    }

    /**
     * Keeps the reading, asks for it a second time when its volume is unusual, or refuses it, as {@link #meter} does.
     *
     * @param register the black digits, in whole cubic metres
     * @param confirmed whether the person typed the same digits again after being asked
     * @throws ReadingBelowLast if it is below the last one and the wheels cannot have started again
     * @throws ReadingImplausible if its volume is beyond what the utility accepts without seeing the meter
     * @throws ReadingAlreadyBilled if the one that they sent earlier today is on an invoice
     * @throws ReadingOfSomebodyElse if another agreement's holder sent one today
     */
    public SubmissionOutcome submit(UserId person, AgreementId agreement, Volume register, boolean confirmed) {
        var submission = new Submission(toRead(person, agreement).beforeToday(), register);
        return submission
                .doubt(tenants.current().readings(), confirmed)
                .orElseGet(() -> keep(submission, person, agreement));
    }

    private MeterToRead toRead(UserId person, AgreementId agreement) {
        var occupancy = Occupancy.of(agreements.card(person, agreement));
        var today = LocalDate.now(clock);
        if (!tenants.current().offers(Feature.CUSTOMER_READINGS)) {
            throw new ReadingsNotTaken();
        }
        AgreementNotInForce.unlessCovering(occupancy, today);
        windows.closedUntil().ifPresent(next -> {
            throw new ReadingWindowClosed(next);
        });
        var point = occupancy.point();
        return new MeterToRead(occupancy, today, meters.installedAt(point), meters.readingsAt(point));
    }

    private SubmissionOutcome keep(Submission submission, UserId person, AgreementId agreement) {
        var place = submission.place();
        var reading = new Reading(
                place.meter().serial(),
                place.today(),
                submission.register(),
                ReadingSource.CUSTOMER,
                ReadingQuality.ACTUAL);
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        if (!meters.keep(place.meter().meterId(), reading, person, agreements.usersOf(agreement), at)) {
            throw new ReadingOfSomebodyElse();
        }
        // the person's own confirmation settles nothing: staff look at what is unusual
        doubts.note(List.of(new DoubtStore.Judged(place.meter().meterId(), reading, judgement(place, reading))));
        events.publishEvent(
                ReadingsTaken.one(TenantContext.current(), place.meter().meterId(), reading.readOn()));
        return new SubmissionOutcome.Accepted(reading, submission.ownVolume());
    }

    private Judgement judgement(MeterToRead place, Reading reading) {
        return Judgement.of(
                reading,
                place.meter(),
                place.installed(),
                place.readings(),
                tenants.current().readings());
    }
}
