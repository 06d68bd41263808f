package fr.ondine.tenantconfig;

import java.math.BigDecimal;

/** An amount in euros as written in a configuration: digits, a point and two decimals. */
public record EuroAmount(String value) {

    public EuroAmount {
        Invalid.unless(value.matches("\\d{1,9}\\.\\d{2}"), null, "euro-amount", value);
    }

    boolean isAbove(int euros) {
        return new BigDecimal(value).compareTo(BigDecimal.valueOf(euros)) > 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
