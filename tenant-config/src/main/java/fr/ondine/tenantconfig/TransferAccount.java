package fr.ondine.tenantconfig;

import java.util.Locale;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** The account to which invoices of a utility are transferred (virement): an IBAN whose length and check digits hold. */
public record TransferAccount(String value) {

    public TransferAccount {
        var typed = value;
        value = value.replaceAll("[\\s\\u00a0\\u202f]", "").toUpperCase(Locale.ROOT);
        Invalid.unless(isIban(value), null, "iban", typed);
    }

    private static boolean isIban(String value) {
        try {
            IbanUtil.validate(value);
            return true;
        } catch (Iban4jException refused) {
            return false;
        }
    }

    /** In groups of four, as it is typed. */
    public String display() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return value;
    }
}
