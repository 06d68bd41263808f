package fr.ondine.tenantconfig;

/** An amount in euros as written in a configuration: digits, a point and two decimals. */
public record EuroAmount(String value) {

    public EuroAmount {
        Invalid.unless(value.matches("\\d{1,9}\\.\\d{2}"), null, "euro-amount", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
