package fr.ondine.platform.leaks;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of leaks as staff look after them: certificates that came on paper, and the decision with its credit notes. */
@Service
@Transactional
public class LeakDesk {

    public static final int PAGE = 50;
    private static final int LONGEST_REASON = 500;

    private final LeakReader reader;
    private final LeakStore store;
    private final LeakMails mails;
    private final Certificates certificates;
    private final UsesAtReading uses;
    private final TellOfLeaks letters;
    private final Tenants tenants;
    private final Reliefs reliefs;
    private final CreditNotes credits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeakDesk(
            LeakReader reader,
            LeakStore store,
            LeakMails mails,
            Certificates certificates,
            UsesAtReading uses,
            TellOfLeaks letters,
            Tenants tenants,
            Reliefs reliefs,
            CreditNotes credits,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.mails = mails;
        this.certificates = certificates;
        this.uses = uses;
        this.letters = letters;
        this.tenants = tenants;
        this.reliefs = reliefs;
        this.credits = credits;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The latest readings first, a page at a time, the first of which is 0. */
    @Transactional(readOnly = true)
    public LeakPage list(CurrentStaff who, LeakFilter filter, int page) {
        who.require(StaffPermission.LOOK);
        var rows = reader.page(filter, page * PAGE, PAGE + 1);
        return new LeakPage(rows.stream().limit(PAGE).toList(), rows.size() > PAGE);
    }

    /** Those of a contract, the latest first, decided ones too. */
    @Transactional(readOnly = true)
    public List<LeakFile> of(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK);
        return reader.of(agreement);
    }

    /** One that became one with another is found as that. */
    @Transactional(readOnly = true)
    public Optional<LeakFile> find(CurrentStaff who, LeakFileId id) {
        who.require(StaffPermission.LOOK);
        return reader.surviving(id);
    }

    /** What happened to a file, the first thing first. */
    @Transactional(readOnly = true)
    public List<LeakEvent> events(CurrentStaff who, LeakFileId id) {
        who.require(StaffPermission.LOOK);
        return reader.events(id);
    }

    /** Whether a mail told somebody what was decided last; one that came back did not. */
    @Transactional(readOnly = true)
    public boolean isAnswered(CurrentStaff who, LeakFileId id) {
        who.require(StaffPermission.LOOK);
        return mails.isAnswered(id);
    }

    /** The credit notes that were issued for it. */
    @Transactional(readOnly = true)
    public List<GrantedCredit> credits(CurrentStaff who, LeakFileId id) {
        who.require(StaffPermission.LOOK);
        return reader.credits(id);
    }

    @Transactional(readOnly = true)
    public Optional<DocumentContent> certificate(CurrentStaff who, LeakFileId id) {
        who.require(StaffPermission.LOOK);
        return reader.surviving(id).flatMap(certificates::of);
    }

    /**
     * Opens the file of an invoice that told nothing, as one that came by import, and has its holder written to; the one
     * that there is already is found again.
     *
     * @param typed the number of the invoice
     * @throws LeakRefused if there is no such invoice of a dwelling, or its use is not abnormal
     */
    public LeakFileId open(CurrentStaff who, String typed) {
        who.require(StaffPermission.SERVE);
        var use = tenants.current()
                .invoiceNumbers()
                .normalise(typed)
                .flatMap(uses::of)
                .orElseThrow(LeakRefused::unknownInvoice);
        store.lock(use.agreement());
        var known = store.find(use.agreement(), use.use().period());
        if (known.isPresent()) {
            billed(who, known.get(), Objects.requireNonNull(use.invoice()), typed.strip());
            return known.get();
        }
        if (!use.use().isAbnormal()) {
            throw LeakRefused.notAbnormal();
        }
        var opened = store.open(List.of(new SeenUse(use.agreement(), use.use(), null, null)));
        var id = store.find(use.agreement(), use.use().period()).orElseThrow();
        store.billed(id, Objects.requireNonNull(use.invoice()));
        audit.record(who.actor(), "leak.opened", "leak:" + id.value(), typed.strip());
        letters.tell(opened);
        return id;
    }

    private void billed(CurrentStaff who, LeakFileId id, UUID invoice, String number) {
        var wasOpen = reader.get(id).isOpen();
        if (!store.billed(id, invoice)) {
            return;
        }
        audit.record(who.actor(), "leak.billed", "leak:" + id.value(), number);
        if (!wasOpen && reader.get(id).isOpen()) {
            store.happened(id, LeakEvent.What.REOPENED, "system", "");
        }
    }

    /** Enters a certificate that came by post, on the day on which it came; the picture of one that is here stays. */
    public void enter(CurrentStaff who, LeakFileId id, CertifiedRepair repair, LocalDate receivedOn) {
        who.require(StaffPermission.SERVE);
        store.lock(reader.get(id).agreement());
        var file = reader.get(id);
        if (!file.takesCertificate()) {
            throw LeakRefused.over();
        }
        var repaired = repair.checked(LocalDate.now(clock));
        if (receivedOn.isAfter(LocalDate.now(clock)) || receivedOn.isBefore(repaired)) {
            throw LeakRefused.receivedImpossible();
        }
        store.certified(
                id,
                new Certificate(
                        receivedOn,
                        who.actor(),
                        repair.place().strip(),
                        repaired,
                        file.certificate().flatMap(Certificate::document),
                        file.certificate().map(Certificate::scan).orElse(Scan.NOT_SCANNED)));
        happened(
                who,
                id,
                LeakEvent.What.CERTIFIED,
                "leak.certified",
                repair.place().strip());
    }

    /** Writes down that the subscriber was told on paper; the month begins with the first notice. */
    public void told(CurrentStaff who, LeakFileId id, PaperNotice letter) {
        who.require(StaffPermission.SERVE);
        store.lock(reader.get(id).agreement());
        var sentOn = letter.checked(open(id), LocalDate.now(clock));
        var reference = letter.reference().strip();
        store.toldOnPaper(id, sentOn, reference);
        store.happened(id, sentOn, LeakEvent.What.TOLD_BY_LETTER, who.actor(), reference);
        audit.record(who.actor(), "leak.told", "leak:" + id.value(), sentOn + " " + reference);
    }

    /** Writes down that the subscriber asked, on some day, to have the meter checked. */
    public void checkAsked(CurrentStaff who, LeakFileId id, @Nullable LocalDate on) {
        who.require(StaffPermission.SERVE);
        store.lock(reader.get(id).agreement());
        var file = open(id);
        if (on == null
                || on.isBefore(file.used().until())
                || on.isAfter(LocalDate.now(clock))
                || !file.takesCheck(on)) {
            throw LeakRefused.checkImpossible();
        }
        store.checkAsked(id, on);
        stepped(who, id, LeakEvent.What.CHECK_ASKED, "leak.check-asked", on.toString());
    }

    /** Writes down what the service found of the meter, and told the subscriber today. */
    public void checkAnswered(CurrentStaff who, LeakFileId id, String found) {
        who.require(StaffPermission.SERVE);
        require(found);
        store.lock(reader.get(id).agreement());
        store.checkAnswered(id, LocalDate.now(clock));
        stepped(who, id, LeakEvent.What.CHECK_ANSWERED, "leak.check-answered", found.strip());
    }

    /** Finds a certificate right that was looked at: the subscriber changes it no more. */
    public void check(CurrentStaff who, LeakFile seen) {
        who.require(StaffPermission.SERVE);
        store.lock(seen.agreement());
        same(seen);
        store.checked(seen.id());
        happened(who, seen.id(), LeakEvent.What.CHECKED, "leak.checked", "");
    }

    /**
     * What granting would do; empty where there is nothing to grant by.
     *
     * @param late whether a certificate that came too late is to count all the same
     * @throws ReliefNotRated if a line of an invoice cannot be found again
     */
    @Transactional(readOnly = true)
    public Optional<ReliefPreview> preview(CurrentStaff who, LeakFileId id, boolean late) {
        who.require(StaffPermission.BILL);
        return reader.find(id)
                .filter(file -> file.state() != LeakState.REFUSED)
                .flatMap(file -> reliefs.of(who, file, late)
                        .filter(preview -> file.isOpen() || !preview.invoices().isEmpty()));
    }

    /**
     * Grants relief and issues its credit notes, once for each invoice: of what was granted, those that came since.
     *
     * @param late whether a certificate that came too late counts all the same, for the reason that is given
     * @param seen what was shown to be taken back: refused where it is another amount by now
     * @return whether a mail tells anybody; else a letter has to
     */
    public boolean grant(CurrentStaff who, LeakFileId id, boolean late, Money seen, String reason) {
        who.requireProven(StaffPermission.BILL, clock);
        reliefs.agreements(reader.get(id)).forEach(store::lock);
        var file = reader.get(id);
        if (file.state() == LeakState.REFUSED) {
            throw LeakRefused.over();
        }
        if (late && file.isCertifiedLate()) {
            require(reason);
        }
        var preview = reliefs.of(who, file, late).orElseThrow(() -> ungranted(file));
        if (preview.invoices().isEmpty()) {
            throw file.isOpen() ? LeakRefused.nothingToRelieve() : LeakRefused.over();
        }
        if (!preview.total().equals(seen)) {
            throw LeakRefused.changed();
        }
        for (var one : preview.invoices()) {
            var note = credits.parts(one.id(), RelievedInvoice.parts(one.lines()), LeakWords.CREDIT, who.actor());
            store.relieved(id, one.id().value(), note.value());
        }
        if (file.isOpen()) {
            store.decided(id, LeakState.CREDITED, who.actor(), reason.strip());
        }
        var action = file.isCertifiedLate() ? "leak.granted-late" : "leak.granted";
        return tell(file, happened(who, id, LeakEvent.What.GRANTED, action, reason.strip()), true, preview.total(), "");
    }

    private static RuntimeException ungranted(LeakFile file) {
        if (!file.isOpen()) {
            return LeakRefused.over();
        }
        if (file.isCertifiedLate()) {
            return LeakRefused.late(file.answerBy().orElseThrow());
        }
        return file.invoice().isEmpty() ? LeakRefused.notBilled() : LeakRefused.withoutCertificate();
    }

    /**
     * Refuses relief, as it was looked at, for a reason that the subscriber is told; whether a mail does so, or a letter has
     * to.
     */
    public boolean refuse(CurrentStaff who, LeakFile seen, String reason) {
        who.require(StaffPermission.BILL);
        require(reason);
        store.lock(seen.agreement());
        var file = open(seen.id());
        same(seen);
        store.decided(file.id(), LeakState.REFUSED, who.actor(), reason.strip());
        var refusal = happened(who, file.id(), LeakEvent.What.REFUSED, "leak.refused", reason.strip());
        return tell(file, refusal, false, Money.zero(), reason.strip());
    }

    /** A certificate that came while somebody looked at the file is not judged without being looked at. */
    private void same(LeakFile seen) {
        var now = reader.get(seen.id());
        if (!now.certificate().equals(seen.certificate()) || !now.check().equals(seen.check())) {
            throw LeakRefused.outdated();
        }
    }

    /** Takes a refusal back, as where a better certificate came: the file goes on as it was, with the day of the first one. */
    public void reopen(CurrentStaff who, LeakFileId id, String reason) {
        who.require(StaffPermission.BILL);
        require(reason);
        store.lock(reader.get(id).agreement());
        store.reopened(id);
        happened(who, id, LeakEvent.What.REOPENED, "leak.reopened", reason.strip());
    }

    private LeakFile open(LeakFileId id) {
        var file = reader.get(id);
        if (!file.isOpen()) {
            throw LeakRefused.over();
        }
        return file;
    }

    private static void require(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw LeakRefused.withoutReason();
        }
    }

    private void stepped(CurrentStaff who, LeakFileId id, LeakEvent.What what, String action, String detail) {
        store.stepped(id, what, who.actor(), what == LeakEvent.What.CHECK_ASKED ? "" : detail);
        audit.record(who.actor(), action, "leak:" + id.value(), detail);
    }

    private UUID happened(CurrentStaff who, LeakFileId id, LeakEvent.What what, String action, String detail) {
        audit.record(who.actor(), action, "leak:" + id.value(), detail);
        return store.happened(id, what, who.actor(), detail);
    }

    private boolean tell(LeakFile file, UUID decision, boolean isGranted, Money taken, String reason) {
        events.publishEvent(new LeakFileDecided(
                TenantContext.current(), file.id(), decision, file.agreement(), isGranted, taken, reason));
        return mails.isAnswered(file.id());
    }
}
