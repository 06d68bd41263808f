package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.Jobs;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes letters in the transaction of what they announce: when that is rolled back, nothing is sent. */
@Component
class Outbox {

    private final LetterWriter writer;
    private final OutgoingMails mails;
    private final Jobs jobs;
    private final Clock clock;

    Outbox(LetterWriter writer, OutgoingMails mails, Jobs jobs, Clock clock) {
        this.writer = writer;
        this.mails = mails;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(Letter letter) {
        var now = clock.instant();
        var mail = new OutgoingMail(letter, writer.write(letter), now);
        mails.save(mail);
        jobs.enqueue(SendMail.NAME, mail.id(), now);
    }

    /** The same, unless that was said before: what it is written for is said again when it is tried again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void putOnce(Letter letter) {
        var about = Objects.requireNonNull(letter.about());
        if (!mails.existsBySource(about.source())) {
            put(letter);
        }
    }
}
