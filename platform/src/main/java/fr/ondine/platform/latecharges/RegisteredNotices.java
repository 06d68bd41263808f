package fr.ondine.platform.latecharges;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes of formal notices that they went by registered letter, and when those were received (avis de réception). */
@Service
@Transactional
public class RegisteredNotices {

    /** As much as a number of the post may have. */
    public static final int LONGEST_NUMBER = 30;

    private final LateChargeStore store;
    private final AuditTrail audit;
    private final Clock clock;

    RegisteredNotices(LateChargeStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * In the place of what was noted before; what was increased by it stays.
     *
     * @throws LateChargeRefused without a number, or with a day before the letter or after today
     */
    public void received(CurrentStaff who, AgreementId agreement, NoticeId notice, String number, LocalDate day) {
        who.require(StaffPermission.BILL);
        var today = LocalDate.now(clock);
        if (number.isBlank() || number.strip().length() > LONGEST_NUMBER) {
            throw LateChargeRefused.numberMissing(LONGEST_NUMBER);
        }
        var sent = store.sentOn(notice, agreement).orElseThrow(LateChargeRefused::changed);
        if (day.isBefore(sent) || day.isAfter(today)) {
            throw LateChargeRefused.dayOutside(sent, today);
        }
        store.received(notice, new RegisteredNotice(number.strip(), day), who.actor(), clock.instant());
        audit.record(who.actor(), "notice.received", "reminder:" + notice.value(), day.toString());
    }
}
