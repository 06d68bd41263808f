package fr.ondine.platform.notifications;

import fr.ondine.platform.billing.InvoicesIssued;
import fr.ondine.platform.runs.RunEnded;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.TenantJob;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells subscribers of new invoices: of one that was issued by itself at once, of those of a run when it has ended, a
 * portion after the other, so that the run does not wait.
 */
@Component
class AnnounceInvoices implements TenantJob {

    static final String NAME = "announce-invoices";
    private static final int PORTION = 250;

    private final InvoiceLetters letters;
    private final IssuedPages pages;
    private final Tenants tenants;
    private final Jobs jobs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AnnounceInvoices(
            InvoiceLetters letters,
            IssuedPages pages,
            Tenants tenants,
            Jobs jobs,
            Clock clock,
            TransactionTemplate transaction) {
        this.letters = letters;
        this.pages = pages;
        this.tenants = tenants;
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** In the transaction that issues them: both are kept, or neither. */
    @EventListener
    void on(InvoicesIssued event) {
        if (!isOn()) {
            return;
        }
        if (event.isOne()) {
            letters.issued(List.of(event.first().value()));
        } else {
            pages.note(event.first(), event.last());
        }
    }

    @EventListener
    void on(RunEnded event) {
        begin(event.run().value());
    }

    /** Those that were left when a run was paused for long are told of with the next. */
    void begin(UUID why) {
        if (!pages.isEmpty()) {
            jobs.enqueue(NAME, why, clock.instant());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID why) {
        var written = Objects.requireNonNull(transaction.execute(status -> portion()));
        transaction.executeWithoutResult(status -> {
            if (!pages.isEmpty()) {
                jobs.enqueue(NAME, why, Pace.after(written, clock.instant()));
            }
        });
    }

    private int portion() {
        var invoices = pages.take(PORTION);
        return isOn() ? letters.issued(invoices) : 0;
    }

    private boolean isOn() {
        return tenants.current().invoiceMails().issued();
    }
}
