package fr.ondine.platform.reminders;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.notifications.ReminderMails;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ReminderStep;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Batches of reminders as staff prepare them, look at them, send them and take them back. */
@Service
@Transactional
public class ReminderDesk {

    public static final int PAGE = 50;
    private static final int LONGEST_REASON = 300;

    private final BatchStore batches;
    private final LetterStore letters;
    private final BatchLetters list;
    private final ReminderMails mails;
    private final Tenants tenants;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    ReminderDesk(
            BatchStore batches,
            LetterStore letters,
            BatchLetters list,
            ReminderMails mails,
            Tenants tenants,
            Jobs jobs,
            AuditTrail audit,
            Clock clock) {
        this.batches = batches;
        this.letters = letters;
        this.list = list;
        this.mails = mails;
        this.tenants = tenants;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first, a page at a time, the first of which is 0. */
    @Transactional(readOnly = true)
    public BatchPage list(CurrentStaff who, int page) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        var rows = batches.list(page * PAGE, PAGE + 1);
        return new BatchPage(rows.stream().limit(PAGE).toList(), rows.size() > PAGE);
    }

    @Transactional(readOnly = true)
    public Optional<Batch> find(CurrentStaff who, BatchId batch) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        return batches.find(batch);
    }

    /** How many letters of each kind there are, and why others get none. */
    @Transactional(readOnly = true)
    public List<BatchCount> counts(CurrentStaff who, BatchId batch) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        return list.counts(batch);
    }

    /** A page of the letters that go, or of those that do not. */
    @Transactional(readOnly = true)
    public LetterPage letters(CurrentStaff who, BatchId batch, LetterFilter filter, int page) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        var rows = list.list(batch, filter, page * PAGE, PAGE + 1);
        return new LetterPage(rows.stream().limit(PAGE).toList(), rows.size() > PAGE);
    }

    /**
     * Begins to look who is to be reminded.
     *
     * @throws BatchRefused while another batch is open, or the utility reminds nobody
     */
    public BatchId prepare(CurrentStaff who) {
        who.require(StaffPermission.BILL);
        if (!tenants.current().reminders().isOn()) {
            throw BatchRefused.off();
        }
        var batch = batches.insert(LocalDate.now(clock), who.actor());
        goOn(batch);
        record(who, "reminder-batch.prepared", batch, "");
        return batch;
    }

    /** Leaves somebody out, for a reason that is kept. */
    public void remove(CurrentStaff who, BatchId batch, LetterId letter, String reason) {
        who.require(StaffPermission.BILL);
        var words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw BatchRefused.reasonMissing();
        }
        decide(who, batch, letter, LetterState.PROPOSED, LetterState.REMOVED, words);
    }

    /** Takes somebody in again who was left out. */
    public void takeIn(CurrentStaff who, BatchId batch, LetterId letter) {
        who.require(StaffPermission.BILL);
        decide(who, batch, letter, LetterState.REMOVED, LetterState.PROPOSED, "");
    }

    private void decide(
            CurrentStaff who, BatchId batch, LetterId letter, LetterState from, LetterState to, String reason) {
        lock(batch, BatchState.READY);
        if (!letters.decide(batch, letter, from, to, reason, who.actor())) {
            throw BatchRefused.notNow();
        }
        audit.record(
                who.actor(),
                to == LetterState.REMOVED ? "reminder.removed" : "reminder.taken-in",
                "reminder:" + letter.value(),
                "");
    }

    /** Sends what is proposed, each looked at once more before. */
    public void send(CurrentStaff who, BatchId batch) {
        who.require(StaffPermission.BILL);
        lock(batch, BatchState.READY);
        var terms = tenants.current().reminders();
        var language = tenants.current().languages().getFirst();
        batches.sent(
                batch,
                LocalDate.now(clock),
                who.actor(),
                terms.text(ReminderStep.REMINDER, language),
                terms.text(ReminderStep.FORMAL_NOTICE, language));
        batches.change(batch, BatchState.READY, BatchState.SENDING);
        goOn(batch);
        record(who, "reminder-batch.sent", batch, "");
    }

    /**
     * Takes back all that has not left: letters that wait, mails that are not sent, papers that are not posted. A letter by
     * mail and on paper is taken back as a whole or not at all.
     *
     * @return how many letters that are
     */
    public int recall(CurrentStaff who, BatchId batch) {
        who.require(StaffPermission.BILL);
        var known = batches.find(batch).orElseThrow(BatchRefused::unknown);
        lock(batch, known.state());
        if (known.state() == BatchState.RECALLED) {
            throw BatchRefused.notNow();
        }
        letters.lock(batch);
        var isPosted = batches.find(batch).orElseThrow().postedAt() != null;
        var withdrawn = Set.copyOf(mails.withdraw(letters.recallableMails(batch, isPosted)));
        var count = letters.recall(batch, isPosted, withdrawn, who.actor());
        if (known.state() != BatchState.SENT || count > 0) {
            batches.change(batch, known.state(), BatchState.RECALLED);
            batches.recalled(batch, who.actor());
        }
        record(who, "reminder-batch.recalled", batch, String.valueOf(count));
        return count;
    }

    /** Keeps that the papers of a batch are posted: from then on they cannot be recalled. */
    public void posted(CurrentStaff who, BatchId batch) {
        who.require(StaffPermission.BILL);
        lock(batch, BatchState.SENT);
        batches.posted(batch);
        record(who, "reminder-batch.posted", batch, "");
    }

    private void lock(BatchId batch, BatchState state) {
        if (batches.lock(batch, state).isEmpty()) {
            throw batches.find(batch).isPresent() ? BatchRefused.notNow() : BatchRefused.unknown();
        }
    }

    private void goOn(BatchId batch) {
        jobs.enqueue(ContinueBatch.NAME, batch.value(), clock.instant());
    }

    private void record(CurrentStaff who, String act, BatchId batch, String detail) {
        audit.record(who.actor(), act, "reminder-batch:" + batch.value(), detail);
    }
}
