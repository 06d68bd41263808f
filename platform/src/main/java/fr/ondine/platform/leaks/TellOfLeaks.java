package fr.ondine.platform.leaks;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantJob;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the holders of new files written to, once each, in small portions. */
@Component
class TellOfLeaks implements TenantJob {

    static final String NAME = "tell-of-leaks";
    private static final int PORTION = 50;

    private final LeakStore store;
    private final LeakReader reader;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellOfLeaks(
            LeakStore store,
            LeakReader reader,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID id) {
        while (Objects.requireNonNull(transaction.execute(status -> portion())) == PORTION) {
            // the next portion
        }
    }

    private int portion() {
        var waiting = store.unmailed(PORTION);
        tell(waiting);
        return waiting.size();
    }

    /** In the caller's transaction; whoever writes says so by {@link LeakNotices#mailed}. */
    void tell(List<LeakFileId> files) {
        store.mailed(files);
        reader.all(files).forEach(this::tell);
    }

    private void tell(LeakFile file) {
        events.publishEvent(new LeakFileOpened(
                TenantContext.current(),
                file.id(),
                file.agreement(),
                file.volume(),
                file.mean(),
                file.isOfZone(),
                file.notice().map(LeakNotice::answerBy).orElseGet(() -> LeakNotice.answerBy(LocalDate.now(clock)))));
    }
}
