package fr.ondine.platform.reminders;

import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.notifications.ReminderMails;
import fr.ondine.platform.reminders.Decision.Remind;
import fr.ondine.platform.reminders.LetterStore.Waiting;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Reminders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does a portion of a batch in one transaction: what it did and how far it is are kept together, so that after a crash
 * nothing is done twice.
 */
@Component
@Transactional
class BatchWork {

    private static final int AGREEMENTS = 2000;
    private static final int LETTERS = 100;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final BatchStore batches;
    private final LetterStore letters;
    private final ReminderCases cases;
    private final WrittenLetters written;
    private final ReminderMails mails;
    private final Tenants tenants;
    private final Clock clock;

    BatchWork(
            BatchStore batches,
            LetterStore letters,
            ReminderCases cases,
            WrittenLetters written,
            ReminderMails mails,
            Tenants tenants,
            Clock clock) {
        this.batches = batches;
        this.letters = letters;
        this.cases = cases;
        this.written = written;
        this.mails = mails;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** True when a portion was done and there may be another. */
    boolean goOn(BatchId batch) {
        return prepare(batch) || send(batch);
    }

    private boolean prepare(BatchId id) {
        var progress = batches.lock(id, BatchState.PREPARING);
        if (progress.isEmpty()) {
            return false;
        }
        var after = Optional.ofNullable(progress.get().preparedUntil()).orElse(BEGINNING);
        var looked = letters.portion(after, AGREEMENTS);
        if (looked.isEmpty()) {
            batches.change(id, BatchState.PREPARING, BatchState.READY);
            return false;
        }
        var owing = looked.stream()
                .filter(LetterStore.Looked::owes)
                .map(one -> new AgreementId(one.agreement()))
                .toList();
        var rules = rules(progress.get().day());
        cases.of(owing, rules.today())
                .forEach(one -> rules.decide(one)
                        .ifPresent(decision ->
                                letters.keep(id, one.agreement(), decision, delivery(rules.terms(), decision, one))));
        batches.preparedUntil(id, looked.getLast().agreement(), looked.size());
        return true;
    }

    private boolean send(BatchId id) {
        if (batches.lock(id, BatchState.SENDING).isEmpty()) {
            return false;
        }
        var waiting = letters.waiting(id, LETTERS);
        if (waiting.isEmpty()) {
            batches.change(id, BatchState.SENDING, BatchState.SENT);
            return false;
        }
        var rules = rules(LocalDate.now(clock));
        var known = cases.of(waiting.stream().map(Waiting::agreement).toList(), rules.today()).stream()
                .collect(toMap(ReminderCase::agreement, Function.identity()));
        var mailed = waiting.stream()
                .filter(one -> send(one, Optional.ofNullable(known.get(one.agreement())), rules))
                .toList();
        for (var letter : written.of(mailed.stream().map(Waiting::id).toList())) {
            var reader = known.get(letter.agreement());
            if (reader != null && reader.email() != null) {
                mails.send(letter.mail(reader.email()));
            }
        }
        return true;
    }

    /** Looks again first: what was paid meanwhile is not asked for. True when a mail is to be written. */
    private boolean send(Waiting letter, Optional<ReminderCase> found, ReminderRules rules) {
        var decision = found.flatMap(rules::decide);
        if (decision.isPresent() && decision.get() instanceof Remind remind && remind.step() == letter.step()) {
            var delivery = delivery(rules.terms(), remind, found.orElseThrow());
            letters.sent(letter.id(), remind, delivery, rules.today());
            return delivery.byMail();
        }
        letters.dropped(letter.id(), why(decision));
        return false;
    }

    private static KeptReason why(Optional<Decision> decision) {
        return decision.map(found -> switch (found) {
                    case Decision.KeepOut kept -> kept.reason();
                    case Remind _ -> KeptReason.OTHER_LETTER;
                })
                .orElse(KeptReason.SETTLED);
    }

    private static Delivery delivery(Reminders terms, Decision decision, ReminderCase one) {
        return decision instanceof Remind remind
                ? Delivery.of(terms.level(remind.step()).orElseThrow(), one.email() != null)
                : Delivery.NONE;
    }

    private ReminderRules rules(LocalDate today) {
        return new ReminderRules(tenants.current().reminders(), today);
    }
}
