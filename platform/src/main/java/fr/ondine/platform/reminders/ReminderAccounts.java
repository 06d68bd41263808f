package fr.ondine.platform.reminders;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What keeps an agreement from being reminded, as staff note it, and the letters that it got. Who is under social
 * protection is seen by those who bill alone, and each change of it is written down.
 */
@Service
@Transactional
public class ReminderAccounts {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_MONTHS = 12;

    private final AccountStore store;
    private final UnsentLetters unsent;
    private final AuditTrail audit;
    private final Clock clock;

    ReminderAccounts(AccountStore store, UnsentLetters unsent, AuditTrail audit, Clock clock) {
        this.store = store;
        this.unsent = unsent;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty for an agreement that is not of this utility. */
    @Transactional(readOnly = true)
    public Optional<AccountReminders> find(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        return store.find(agreement, LocalDate.now(clock));
    }

    /** The letters of an agreement, the newest first. */
    @Transactional(readOnly = true)
    public List<SentReminder> history(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return store.sent(agreement);
    }

    /** The day of the last letter that asked for an invoice; its reader has checked that the person may see it. */
    @Transactional(readOnly = true)
    public Optional<SentReminder> lastOf(InvoiceId invoice) {
        return store.lastOf(invoice);
    }

    /** Letters to the holder that have not left are taken back; tells how many those are. */
    public int protect(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.BILL);
        var holder = store.holder(agreement).orElseThrow(UnknownAgreement::new);
        if (store.protect(holder, who.actor(), clock.instant())) {
            audit.record(who.actor(), "protection.noted", "agreement:" + agreement.value(), "");
        }
        return unsent.takeBack(holder, who.actor());
    }

    public void endProtection(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.BILL);
        var holder = store.holder(agreement).orElseThrow(UnknownAgreement::new);
        if (store.endProtection(holder)) {
            audit.record(who.actor(), "protection.ended", "agreement:" + agreement.value(), "");
        }
    }

    /**
     * Notes that an invoice is disputed, in the place of what was noted before. Letters that ask for it and have not left are
     * taken back.
     *
     * @return how many those are
     * @throws DisputeRefused without a reason, or with a day that is past or too far away
     */
    public int dispute(CurrentStaff who, AgreementId agreement, InvoiceId invoice, String reason, LocalDate until) {
        who.require(StaffPermission.BILL);
        var today = LocalDate.now(clock);
        var last = today.plusMonths(MOST_MONTHS);
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw DisputeRefused.reasonMissing(LONGEST_REASON);
        }
        if (until.isBefore(today) || until.isAfter(last)) {
            throw DisputeRefused.dayOutside(today, last);
        }
        require(agreement, invoice);
        store.closeDispute(invoice, who.actor(), clock.instant());
        store.openDispute(invoice, reason.strip(), until, who.actor(), clock.instant());
        audit.record(who.actor(), "dispute.noted", "invoice:" + invoice.value(), until.toString());
        return unsent.takeBack(invoice, who.actor());
    }

    public void closeDispute(CurrentStaff who, AgreementId agreement, InvoiceId invoice) {
        who.require(StaffPermission.BILL);
        require(agreement, invoice);
        if (store.closeDispute(invoice, who.actor(), clock.instant())) {
            audit.record(who.actor(), "dispute.closed", "invoice:" + invoice.value(), "");
        }
    }

    private void require(AgreementId agreement, InvoiceId invoice) {
        if (!store.lock(agreement, invoice)) {
            throw new UnknownAgreement();
        }
    }
}
