package fr.ondine.platform.leaks;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One abnormal use of a dwelling and what came of it (dossier de fuite).
 *
 * @param contract its number as it is printed
 * @param used from the reading before to the one that showed it
 * @param isByInvoice whether they are the days of an invoice that names no reading, as one that came by import
 * @param isOfZone whether the mean is that of comparable dwellings, for want of a history
 * @param invoice the one by that reading, once there is one; with its number as printed
 * @param check what was asked of the service in the same month
 * @param billedOn the day of the first one by it, though another may have taken its place
 */
public record LeakFile(
        LeakFileId id,
        AgreementId agreement,
        String contract,
        String holder,
        String street,
        String city,
        Period used,
        boolean isByInvoice,
        Volume volume,
        Volume mean,
        boolean isOfZone,
        LeakState state,
        LocalDate detectedOn,
        Optional<InvoiceId> invoice,
        String invoiceNumber,
        Optional<LocalDate> billedOn,
        Optional<LeakNotice> notice,
        Optional<MeterCheck> check,
        Optional<Certificate> certificate,
        Optional<LeakDecision> decision) {

    private static final int TWICE = 2;

    /** What the law asks for at most for water. */
    public Volume threshold() {
        return new Volume(mean.litres() * TWICE);
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** Whether the month after the notice is over without a certificate. */
    public boolean isLate(LocalDate today) {
        return isOpen() && certificate.isEmpty() && isOver(today);
    }

    /** Whether the certificate came after that month, which does not begin without a notice in time. */
    public boolean isCertifiedLate() {
        return certificate.filter(one -> isOver(one.receivedOn())).isPresent();
    }

    /** The month is not over while a check of the meter is to be answered, nor on the day on which it is. */
    private boolean isOver(LocalDate day) {
        return check.filter(MeterCheck::isAwaited).isEmpty()
                && answerBy().filter(day::isAfter).isPresent();
    }

    /** Whether the invoice went out before anybody was told: then nothing above twice the mean is due, without proof. */
    public boolean isBilledWithoutNotice() {
        return billedOn.isPresent() && timelyNotice().isEmpty();
    }

    /**
     * By what less is due than was used; empty where all of it is.
     *
     * @param late whether a certificate that came too late counts all the same
     */
    Optional<ReliefGround> ground(boolean late) {
        if (state == LeakState.REFUSED) {
            return Optional.empty();
        }
        if (certificate.isPresent() && (late || !isCertifiedLate())) {
            return Optional.of(ReliefGround.CERTIFICATE);
        }
        return isBilledWithoutNotice() ? Optional.of(ReliefGround.NO_NOTICE) : Optional.empty();
    }

    /**
     * The last day for a certificate, as far as it is known while a check of the meter is to be answered; none while nobody
     * was told, nor where the invoice went out before.
     */
    public Optional<LocalDate> answerBy() {
        return timelyNotice()
                .map(LeakNotice::answerBy)
                .map(day -> check.flatMap(MeterCheck::answeredOn)
                        .filter(day::isBefore)
                        .orElse(day));
    }

    /** R2224-20-1: at the latest when the invoice by that reading is sent. */
    private Optional<LeakNotice> timelyNotice() {
        return notice.filter(told -> billedOn.filter(told.on()::isAfter).isEmpty());
    }

    /** Whether the subscriber still has something to send. */
    public boolean awaitsCertificate() {
        return state == LeakState.DETECTED || state == LeakState.AWAITING;
    }

    /** Whether they may send another one: until somebody has found right what came. */
    public boolean takesCertificate() {
        return awaitsCertificate() || state == LeakState.RECEIVED;
    }

    /** Whether a check of the meter may be asked for on a day: within the month, once. */
    public boolean takesCheck(LocalDate day) {
        return isOpen()
                && check.isEmpty()
                && timelyNotice().filter(told -> day.isAfter(told.answerBy())).isEmpty();
    }
}
