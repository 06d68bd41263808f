package fr.ondine.platform.notifications;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Jobs;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mails of the utility as its staff look after them: what waits, what has left, what failed and why. */
@Service
@Transactional
public class MailDesk {

    public static final int PAGE = 50;

    private final MailRows rows;
    private final BouncedAddresses bounced;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    MailDesk(MailRows rows, BouncedAddresses bounced, Jobs jobs, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.bounced = bounced;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first, a page at a time, the first of which is 0. */
    @Transactional(readOnly = true)
    public MailPage list(CurrentStaff who, MailFilter filter, int page) {
        who.require(StaffPermission.LOOK);
        var found = rows.list(filter, page * PAGE, PAGE + 1);
        return new MailPage(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }

    /** Which of some addresses refuse our mails: nothing is announced there any more. */
    @Transactional(readOnly = true)
    public List<String> bounced(CurrentStaff who, Collection<String> addresses) {
        who.require(StaffPermission.LOOK);
        return bounced.among(addresses);
    }

    /** Has a mail tried again that failed; false when somebody else did so before, or its words are kept no more. */
    public boolean sendAgain(CurrentStaff who, UUID mail) {
        who.require(StaffPermission.SERVE);
        if (!rows.tryAgain(mail)) {
            return false;
        }
        jobs.enqueue(SendMail.NAME, mail, clock.instant());
        audit.record(who.actor(), "mail.sent-again", "mail:" + mail, "");
        return true;
    }
}
