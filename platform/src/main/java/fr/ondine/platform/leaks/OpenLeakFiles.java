package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.ReadingsTaken;
import fr.ondine.platform.runs.AbnormalUsesBilled;
import fr.ondine.platform.runs.RunEnded;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a file when a reading, or at the latest the invoice by it, shows an abnormal use; the subscriber is written to. */
@Component
class OpenLeakFiles {

    private final LeakStore store;
    private final UsesAtReading uses;
    private final TellOfLeaks letters;
    private final Jobs jobs;
    private final Clock clock;

    OpenLeakFiles(LeakStore store, UsesAtReading uses, TellOfLeaks letters, Jobs jobs, Clock clock) {
        this.store = store;
        this.uses = uses;
        this.letters = letters;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(ReadingsTaken event) {
        var left = uses.at(event.all());
        while (!left.isEmpty()) {
            var opened = new LinkedHashMap<AgreementId, SeenUse>();
            left.forEach(use -> opened.putIfAbsent(use.agreement(), use));
            letters.tell(store.open(List.copyOf(opened.values())));
            left = left.stream().filter(use -> !opened.containsValue(use)).toList();
        }
    }

    /** Numbers of invoices wait for this transaction: letters are written when the run has ended. */
    @EventListener
    void on(AbnormalUsesBilled event) {
        store.open(event.uses().stream()
                .map(one ->
                        new SeenUse(one.agreement(), one.use(), one.invoice().value(), event.issuedOn()))
                .toList());
    }

    /** Of a run that was cancelled, those are told whose invoices were issued. */
    @EventListener
    void on(RunEnded event) {
        if (TenantContext.current().equals(event.tenant()) && store.isAnyUnmailed()) {
            jobs.enqueue(TellOfLeaks.NAME, UUID.randomUUID(), clock.instant());
        }
    }
}
