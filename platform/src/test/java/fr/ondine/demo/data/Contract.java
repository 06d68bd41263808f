package fr.ondine.demo.data;

import java.time.LocalDate;
import java.util.Optional;

/** An agreement of a fictional holder. */
record Contract(
        String number,
        Optional<String> formerNumber,
        Service service,
        String servicePoint,
        String claimKey,
        String paymentMethod,
        LocalDate startedOn,
        LocalDate endedOn,
        Optional<BankAccount> bankAccount) {

    /** The number that was printed on a day. */
    String numberOn(LocalDate day) {
        return day.isBefore(DemoUtility.RENUMBERED_ON) ? formerNumber.orElse(number) : number;
    }
}
