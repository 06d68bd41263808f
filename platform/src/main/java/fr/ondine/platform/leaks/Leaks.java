package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The leaks of a subscriber's own contracts: what was noticed, what to do until when, and the certificate they send. */
@Service
@Transactional
public class Leaks {

    private static final int UPLOADS = 20;
    private static final Duration DAY = Duration.ofDays(1);

    private final LeakReader reader;
    private final LeakStore store;
    private final Certificates certificates;
    private final Agreements agreements;
    private final RateLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Leaks(
            LeakReader reader,
            LeakStore store,
            Certificates certificates,
            Agreements agreements,
            RateLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.certificates = certificates;
        this.agreements = agreements;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All files of an agreement that is open to the person, the latest first. */
    @Transactional(readOnly = true)
    public List<LeakFile> of(UserId person, AgreementId agreement) {
        agreements.requireLinked(person, agreement);
        return reader.of(agreement);
    }

    /**
     * Empty where there is none, or its agreement is not open to the person: nobody learns which of the two. One that became
     * one with another is found as that.
     */
    @Transactional(readOnly = true)
    public Optional<LeakFile> find(UserId person, LeakFileId id) {
        return reader.surviving(id)
                .filter(file -> agreements.usersOf(file.agreement()).contains(person));
    }

    /** The credit notes of what stands that were issued for it; none of a file that is not theirs. */
    @Transactional(readOnly = true)
    public List<GrantedCredit> credits(UserId person, LeakFileId id) {
        return find(person, id)
                .map(file -> GrantedCredit.told(reader.credits(file.id())))
                .orElse(List.of());
    }

    /**
     * Takes a plumber's certificate; until somebody has looked at it, another may take its place.
     *
     * @throws LeakRefused if nothing is awaited, the file is none or does harm, or one person sends too many
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void certify(UserId person, LeakFileId id, CertifiedRepair repair, CertificateFile picture) {
        var file = Objects.requireNonNull(
                transaction.execute(status -> find(person, id).orElseThrow(LeakRefused::unknown)));
        if (!file.takesCertificate()) {
            throw LeakRefused.over();
        }
        var today = LocalDate.now(clock); // the scanner may take its time, and the day counts
        var repaired = repair.checked(today);
        if (!limits.allow("certificate", person.value().toString(), UPLOADS, DAY)) {
            throw LeakRefused.tooManyFiles();
        }
        var looked = certificates.look(picture, file.contract());
        transaction.executeWithoutResult(
                status -> keep(person, id, new CertifiedRepair(repair.place().strip(), repaired), looked, today));
    }

    private void keep(
            UserId person, LeakFileId asked, CertifiedRepair repair, Certificates.Looked looked, LocalDate today) {
        var before = locked(person, asked);
        var by = "user:" + person.value();
        store.certified(
                before.id(),
                new Certificate(
                        today,
                        by,
                        repair.place(),
                        repair.checked(today),
                        Optional.of(certificates.keep(looked)),
                        looked.scan()));
        store.happened(before.id(), LeakEvent.What.CERTIFIED, by, repair.place());
        certificates.forget(before);
    }

    /** Asks the service to check the meter, within the month. */
    public void askForCheck(UserId person, LeakFileId id) {
        var file = locked(person, id);
        var today = LocalDate.now(clock);
        if (!file.takesCheck(today)) {
            throw LeakRefused.checkImpossible();
        }
        store.checkAsked(file.id(), today);
        store.stepped(file.id(), LeakEvent.What.CHECK_ASKED, "user:" + person.value(), "");
    }

    /** As it is once nobody else changes it. */
    private LeakFile locked(UserId person, LeakFileId id) {
        store.lock(find(person, id).orElseThrow(LeakRefused::unknown).agreement());
        return find(person, id).orElseThrow(LeakRefused::unknown);
    }
}
