package fr.ondine.platform.leaks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps that a subscriber was told of an abnormal use: the month to answer in begins with the first time. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LeakNotices {

    private static final String ITSELF = "system";

    private final LeakStore store;
    private final LeakMails mails;
    private final LeakReader reader;
    private final Clock clock;

    LeakNotices(LeakStore store, LeakMails mails, LeakReader reader, Clock clock) {
        this.store = store;
        this.mails = mails;
        this.reader = reader;
        this.clock = clock;
    }

    /** A mail to that address goes out with this transaction. */
    public void mailed(LeakFileId file, UUID source, String masked) {
        mails.sent(source, file, null, masked);
        told(file, masked);
    }

    /** A mail that says what was decided goes out with this transaction. */
    public void answered(LeakFileDecided decided, UUID source, String masked) {
        mails.sent(source, decided.file(), decided.decision(), masked);
        store.stepped(decided.file(), LeakEvent.What.ANSWERED_BY_MAIL, ITSELF, masked);
    }

    /** A mail was refused for good, so that it told nobody. */
    public void returned(UUID source) {
        locked(source).filter(mail -> !mail.isReturned()).ifPresent(mail -> {
            mails.returned(mail);
            store.stepped(mail.file(), LeakEvent.What.MAIL_RETURNED, ITSELF, mail.reader());
        });
    }

    /** A mail that waited for some days has left, or one that had come back was sent again and taken. */
    public void taken(UUID source) {
        var today = LocalDate.now(clock);
        if (mails.find(source)
                .filter(mail -> mail.isReturned() || mail.sentOn().isBefore(today))
                .isEmpty()) {
            return;
        }
        locked(source).ifPresent(mail -> {
            mails.taken(mail);
            if (!mail.isReturned()) {
                return;
            }
            if (mail.isNotice()) {
                told(mail.file(), mail.reader());
            } else {
                store.stepped(mail.file(), LeakEvent.What.ANSWERED_BY_MAIL, ITSELF, mail.reader());
            }
        });
    }

    /** Whoever changes a file waits for its agreement first, and finds the mail as it is then. */
    private Optional<LeakMails.Sent> locked(UUID source) {
        mails.find(source).ifPresent(mail -> store.lock(reader.get(mail.file()).agreement()));
        return mails.find(source);
    }

    private void told(LeakFileId file, String masked) {
        store.told(file, LocalDate.now(clock), NoticeChannel.MAIL, masked);
        store.happened(file, LeakEvent.What.TOLD_BY_MAIL, ITSELF, masked);
    }
}
