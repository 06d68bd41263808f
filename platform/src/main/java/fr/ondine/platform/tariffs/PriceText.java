package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.UnitPrice;
import java.util.regex.Pattern;

/**
 * A price as a person types it: decimals after a comma or a point, thousands apart by spaces. Two signs could mean either
 * and are refused rather than guessed; so is what has more than six decimals, which nothing would keep.
 */
public final class PriceText {

    private static final int DECIMALS = 6;
    private static final int DIGITS = 6;
    private static final Pattern SPACES = Pattern.compile("(?<=\\d)[ \\u00a0\\u202f](?=\\d{3}(\\D|$))");
    private static final Pattern SIGNS = Pattern.compile("[.,'’]");
    private static final Pattern PRICE = Pattern.compile("\\d+([.,]\\d+)?");

    private PriceText() {}

    /** Reads what was typed, in euros. */
    public static UnitPrice read(String typed) {
        var text = SPACES.matcher(typed.strip()).replaceAll("");
        if (SIGNS.matcher(text).results().count() > 1) {
            throw new PriceAmbiguous(typed.strip());
        }
        if (!PRICE.matcher(text).matches()) {
            throw new PriceUnreadable(typed.strip());
        }
        return check(UnitPrice.euros(text.replace(',', '.')));
    }

    static UnitPrice check(UnitPrice price) {
        var amount = price.perUnit();
        if (amount.signum() < 0 || amount.precision() - amount.scale() > DIGITS) {
            throw new PriceUnreadable(amount.toPlainString());
        }
        if (amount.scale() > DECIMALS) {
            throw new PriceTooFine(price);
        }
        return price;
    }
}
