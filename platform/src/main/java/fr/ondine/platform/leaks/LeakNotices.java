package fr.ondine.platform.leaks;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps that a subscriber was told of an abnormal use: the month to answer in begins with the first time. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LeakNotices {

    private final LeakStore store;
    private final Clock clock;

    LeakNotices(LeakStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A mail to that address goes out with this transaction. */
    public void mailed(LeakFileId file, String masked) {
        store.told(file, LocalDate.now(clock), NoticeChannel.MAIL, masked);
        store.happened(file, LeakEvent.What.TOLD_BY_MAIL, "system", masked);
    }
}
