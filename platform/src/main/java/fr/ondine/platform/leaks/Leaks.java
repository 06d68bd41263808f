package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leaks of a subscriber's own contracts: what was noticed, what to do until when, and the certificate they send. */
@Service
@Transactional
public class Leaks {

    private final LeakReader reader;
    private final LeakStore store;
    private final Certificates certificates;
    private final Agreements agreements;
    private final Clock clock;

    Leaks(LeakReader reader, LeakStore store, Certificates certificates, Agreements agreements, Clock clock) {
        this.reader = reader;
        this.store = store;
        this.certificates = certificates;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** All files of an agreement that is open to the person, the latest first. */
    @Transactional(readOnly = true)
    public List<LeakFile> of(UserId person, AgreementId agreement) {
        agreements.requireLinked(person, agreement);
        return reader.of(agreement);
    }

    /** Empty where there is none, or its agreement is not open to the person: nobody learns which of the two. */
    @Transactional(readOnly = true)
    public Optional<LeakFile> find(UserId person, LeakFileId id) {
        return reader.find(id)
                .filter(file -> agreements.usersOf(file.agreement()).contains(person));
    }

    /** The credit notes that were issued for it; none of a file that is not theirs. */
    @Transactional(readOnly = true)
    public List<GrantedCredit> credits(UserId person, LeakFileId id) {
        return find(person, id).map(file -> reader.credits(id)).orElse(List.of());
    }

    /** Takes a plumber's certificate; until somebody has looked at it, another may take its place. */
    public void certify(UserId person, LeakFileId id, CertifiedRepair repair, CertificateFile picture) {
        store.lock(find(person, id).orElseThrow(LeakRefused::unknown).agreement());
        var file = reader.get(id);
        var today = LocalDate.now(clock);
        var repaired = repair.checked(today);
        var kept = certificates.keep(picture, file);
        store.certified(
                id,
                new Certificate(
                        today,
                        "user:" + person.value(),
                        repair.place().strip(),
                        repaired,
                        Optional.of(kept.document()),
                        kept.scan()));
        store.happened(id, LeakEvent.What.CERTIFIED, "user:" + person.value(), "");
        certificates.forget(file);
    }
}
