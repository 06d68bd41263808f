package fr.ondine.demo.data;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/** A fictional bank account whose control digits are right, with the mandate to debit it. */
record BankAccount(String iban, String bank, String mandate, LocalDate signedOn) {

    private static final List<String> BANKS = List.of(
            "16297Crédit agricole",
            "20041La Banque postale",
            "10278Crédit mutuel",
            "13807Banque populaire",
            "14505Caisse d'épargne",
            "30004BNP Paribas");

    static BankAccount of(Draw draw, String agreement, LocalDate agreementStart) {
        var bank = draw.of(BANKS);
        var iban = iban(bank.substring(0, 5), draw.digits(5), draw.digits(11));
        var signed = agreementStart.plusDays(draw.between(0, 20));
        return new BankAccount(iban, bank.substring(5), mandate(agreement.replace(" ", ""), signed), signed);
    }

    private static String mandate(String number, LocalDate signed) {
        return "RUM%s-%02d%02d%02d"
                .formatted(number, signed.getDayOfMonth(), signed.getMonthValue(), signed.getYear() % 100);
    }

    static String iban(String bank, String branch, String account) {
        var weighted = 89 * Long.parseLong(bank) + 15 * Long.parseLong(branch) + 3 * Long.parseLong(account);
        var basic = bank + branch + account + "%02d".formatted(97 - weighted % 97);
        // F is 15 and R is 27 in the computation of the control digits
        var rest = new BigInteger(basic + "152700").mod(BigInteger.valueOf(97)).intValue();
        return "FR%02d%s".formatted(98 - rest, basic);
    }
}
