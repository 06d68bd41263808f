package fr.ondine.platform.runs;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tariffs.Tariffs;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a run set aside (mis de côté): looked at by those who bill, repaired, and taken into the run again. */
@Service
@Transactional
public class ParkedAgreements {

    public static final int PAGE = 50;

    private final ParkedStore parked;
    private final RunStore runs;
    private final BillingRuns billing;
    private final ChunkWork work;
    private final ChunkStore chunks;
    private final Tariffs tariffs;
    private final AuditTrail audit;

    ParkedAgreements(
            ParkedStore parked,
            RunStore runs,
            BillingRuns billing,
            ChunkWork work,
            ChunkStore chunks,
            Tariffs tariffs,
            AuditTrail audit) {
        this.parked = parked;
        this.runs = runs;
        this.billing = billing;
        this.work = work;
        this.chunks = chunks;
        this.tariffs = tariffs;
        this.audit = audit;
    }

    /** By number of the contract, a page at a time, the first of which is 0. */
    @Transactional(readOnly = true)
    public ParkedPage list(CurrentStaff who, RunId run, Optional<ParkingReason> reason, int page) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        var rows = parked.list(run, reason, page * PAGE, PAGE + 1);
        return new ParkedPage(rows.stream().limit(PAGE).toList(), rows.size() > PAGE);
    }

    /** How many there are of each reason that there is. */
    @Transactional(readOnly = true)
    public Map<ParkingReason, Integer> counts(CurrentStaff who, RunId run) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        return parked.counts(run);
    }

    /**
     * Takes an implausible volume for right, on the word of who looked at it, and finds at once what the agreement owes.
     *
     * @return whether it can be billed now; else it is set aside for what is still in the way
     * @throws RunNotReady when the run is not simulated, or the agreement not set aside for its volume
     */
    public boolean confirm(CurrentStaff who, RunId run, AgreementId agreement) {
        who.require(StaffPermission.BILL);
        if (!parked.isSimulated(run) || !parked.confirm(run, agreement, who.actor())) {
            throw new RunNotReady();
        }
        audit.record(
                who.actor(),
                "billing-run.volume-confirmed",
                "agreement:" + agreement.value(),
                "billing-run:" + run.value());
        var computed = work.one(runs.get(run), agreement, new Ratings(tariffs.all()));
        chunks.keep(run, computed);
        chunks.recount(run, agreement, computed);
        return !computed.drafts().isEmpty();
    }

    /**
     * Simulates again whatever is set aside, with the agreements around it, because something was repaired elsewhere.
     *
     * @throws RunNotReady when the run is not simulated, or nothing is set aside
     */
    public void again(CurrentStaff who, RunId run) {
        who.require(StaffPermission.BILL);
        if (!parked.isSimulated(run) || parked.reopen(run) == 0) {
            throw new RunNotReady();
        }
        audit.record(who.actor(), "billing-run.simulated-again", "billing-run:" + run.value(), "");
        billing.resume(run);
    }
}
