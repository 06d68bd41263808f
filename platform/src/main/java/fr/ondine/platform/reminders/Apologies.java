package fr.ondine.platform.reminders;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.notifications.ReminderMails;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Excuses for letters that should not have been sent, where what they asked was paid, or they could be recalled no more: by
 * mail where one reaches the holder, else on paper. Such a letter counts no more.
 */
@Service
@Transactional
public class Apologies {

    /** As much as fits on the page. */
    public static final int LONGEST_WORDS = 600;

    private final ApologyStore store;
    private final WrittenLetters written;
    private final ReminderCases cases;
    private final ReminderMails mails;
    private final AuditTrail audit;
    private final Clock clock;

    Apologies(
            ApologyStore store,
            WrittenLetters written,
            ReminderCases cases,
            ReminderMails mails,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.written = written;
        this.cases = cases;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** What would be sent, without words of one's own. */
    @Transactional(readOnly = true)
    public List<String> preview(CurrentStaff who, LetterId letter) {
        who.require(StaffPermission.BILL);
        return written.apology(letter, "", LocalDate.now(clock)).paragraphs();
    }

    /**
     * Sends excuses for a letter of an agreement, once.
     *
     * @param words what staff add; may be empty
     * @throws ApologyRefused when there is nothing to excuse, or too much is said
     */
    public Apology send(CurrentStaff who, AgreementId agreement, LetterId letter, String words) {
        who.require(StaffPermission.BILL);
        if (words.strip().length() > LONGEST_WORDS) {
            throw ApologyRefused.tooLong(LONGEST_WORDS);
        }
        if (!store.lock(agreement, letter)) {
            throw ApologyRefused.notNow();
        }
        var today = LocalDate.now(clock);
        var reader = cases.email(agreement);
        var apology = store.insert(letter, words.strip(), reader.isPresent(), today, who.actor());
        reader.ifPresent(to -> {
            var text = written.apology(letter, words, today);
            mails.apologise(
                    apology.id().value(), to, agreement, text.contract(), String.join("\n\n", text.paragraphs()));
        });
        audit.record(who.actor(), "reminder.excused", "reminder:" + letter.value(), "");
        return apology;
    }
}
