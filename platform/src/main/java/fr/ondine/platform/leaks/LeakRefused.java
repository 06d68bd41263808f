package fr.ondine.platform.leaks;

import fr.ondine.platform.kernel.DomainException;
import java.time.LocalDate;

/** Something that cannot be done with the file of a leak, and why. */
public final class LeakRefused extends DomainException {

    private static final long serialVersionUID = 1L;

    private LeakRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static LeakRefused unknown() {
        return new LeakRefused("leaks.unknown");
    }

    static LeakRefused unknownInvoice() {
        return new LeakRefused("leaks.unknown-invoice");
    }

    /** Somebody decided, or sent something, meanwhile. */
    static LeakRefused over() {
        return new LeakRefused("leaks.over");
    }

    static LeakRefused placeMissing() {
        return new LeakRefused("leaks.place-missing", CertifiedRepair.LONGEST);
    }

    static LeakRefused repairedInFuture(LocalDate day) {
        return new LeakRefused("leaks.repaired-in-future", day);
    }

    static LeakRefused receivedImpossible() {
        return new LeakRefused("leaks.received-impossible");
    }

    static LeakRefused referenceMissing() {
        return new LeakRefused("leaks.reference-missing", PaperNotice.LONGEST);
    }

    static LeakRefused letterImpossible(LocalDate read) {
        return new LeakRefused("leaks.letter-impossible", read);
    }

    static LeakRefused tooLarge() {
        return new LeakRefused("leaks.file-too-large", CertificateFile.MOST_BYTES >> 20);
    }

    static LeakRefused notAPicture() {
        return new LeakRefused("leaks.file-type");
    }

    static LeakRefused infected() {
        return new LeakRefused("leaks.file-infected");
    }

    /** The scanner is away: nothing is taken unseen where it should be seen. */
    static LeakRefused notScannedNow() {
        return new LeakRefused("leaks.file-scan-away");
    }

    static LeakRefused late(LocalDate answerBy) {
        return new LeakRefused("leaks.late", answerBy);
    }

    static LeakRefused tooManyFiles() {
        return new LeakRefused("leaks.file-too-many");
    }

    /** The month is over, or it was asked before. */
    static LeakRefused checkImpossible() {
        return new LeakRefused("leaks.check-impossible");
    }

    static LeakRefused withoutReason() {
        return new LeakRefused("leaks.reason-missing");
    }

    static LeakRefused withoutCertificate() {
        return new LeakRefused("leaks.certificate-missing");
    }

    static LeakRefused notBilled() {
        return new LeakRefused("leaks.not-billed");
    }

    static LeakRefused nothingToRelieve() {
        return new LeakRefused("leaks.nothing-to-relieve");
    }

    static LeakRefused notAbnormal() {
        return new LeakRefused("leaks.not-abnormal");
    }

    static LeakRefused changed() {
        return new LeakRefused("leaks.changed");
    }

    /** A certificate, or the wish to have the meter checked, came since. */
    static LeakRefused outdated() {
        return new LeakRefused("leaks.outdated");
    }
}
