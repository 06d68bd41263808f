package fr.ondine.platform.kernel;

import java.util.Locale;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** A bank account number whose country, length and check digits (ISO 13616, mod 97) hold. */
public record Iban(String value) {

    private static final int SHOWN = 4;

    public Iban {
        value = value.replaceAll("[\\s\\u00a0\\u202f]", "").toUpperCase(Locale.ROOT);
        try {
            IbanUtil.validate(value);
        } catch (Iban4jException refused) {
            throw new InvalidIban();
        }
    }

    /** {@code FR76 •••• •••• 0189}: enough for its holder, too little for anybody else. */
    public String masked() {
        return value.substring(0, SHOWN) + " •••• •••• " + value.substring(value.length() - SHOWN);
    }

    @Override
    public String toString() {
        return masked();
    }
}
