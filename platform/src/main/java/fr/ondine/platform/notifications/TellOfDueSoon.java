package fr.ondine.platform.notifications;

import fr.ondine.platform.notifications.DueSoonRounds.Round;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.TenantJob;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells subscribers of what is due soon, a portion of the agreements after the other: its mails and how far it is are kept together. */
@Component
class TellOfDueSoon implements TenantJob {

    static final String NAME = "tell-of-due-soon";
    private static final int PORTION = 500;
    private static final int ENDED = -1;

    private final InvoiceLetters letters;
    private final DueSoonRounds rounds;
    private final AnnounceInvoices announce;
    private final Tenants tenants;
    private final Jobs jobs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TellOfDueSoon(
            InvoiceLetters letters,
            DueSoonRounds rounds,
            AnnounceInvoices announce,
            Tenants tenants,
            Jobs jobs,
            Clock clock,
            TransactionTemplate transaction) {
        this.letters = letters;
        this.rounds = rounds;
        this.announce = announce;
        this.tenants = tenants;
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Begins the round of the day, once, in the transaction of the caller. */
    void begin() {
        rounds.begin(LocalDate.now(clock)).ifPresent(round -> {
            jobs.enqueue(NAME, round, clock.instant());
            announce.begin(round);
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID round) {
        var written = Objects.requireNonNull(transaction.execute(
                status -> rounds.lock(round).map(this::portion).orElse(ENDED)));
        if (written != ENDED) {
            transaction.executeWithoutResult(status -> jobs.enqueue(NAME, round, Pace.after(written, clock.instant())));
        }
    }

    private int portion(Round round) {
        var agreements = rounds.agreements(round.after(), PORTION);
        var days = tenants.current().invoiceMails().dueSoonDays();
        if (agreements.isEmpty() || days == 0) {
            rounds.end(round.id());
            return ENDED;
        }
        rounds.until(round.id(), agreements.getLast());
        return letters.dueSoon(agreements, round.day(), round.day().plusDays(days));
    }
}
