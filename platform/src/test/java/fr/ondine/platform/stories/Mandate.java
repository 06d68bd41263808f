package fr.ondine.platform.stories;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** By which a holder lets the utility debit a bank account, until it is revoked. */
final class Mandate {

    private static final String CREDITOR = "FR48ZZZ227807";
    private static final String ACCOUNT = "FR7630006000011234567890189";

    final String reference;
    final Party party;
    final LocalDate signedOn;

    @Nullable
    LocalDate revokedOn;

    boolean isTold;
    /** What the portal was told of its end. */
    @Nullable
    LocalDate revocationTold;

    Mandate(String reference, Party party, LocalDate signedOn) {
        this.reference = reference;
        this.party = party;
        this.signedOn = signedOn;
    }

    void tell() {
        isTold = true;
        revocationTold = revokedOn;
    }

    /** Whether it is in force on a day, as far as the portal knows. */
    boolean holdsOn(LocalDate day) {
        return revocationTold == null || revocationTold.isAfter(day);
    }

    String row() {
        return String.join(
                ";",
                party.number,
                reference,
                CREDITOR,
                party.holder,
                ACCOUNT,
                signedOn.toString(),
                revokedOn == null ? "" : revokedOn.toString());
    }
}
