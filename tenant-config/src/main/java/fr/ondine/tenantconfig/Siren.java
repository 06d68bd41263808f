package fr.ondine.tenantconfig;

/** The nine digits that identify a French organisation; the last one is a Luhn check digit. */
public record Siren(String value) {

    public Siren {
        value = value.replace(" ", "");
        Invalid.unless(value.matches("\\d{9}"), null, "siren-form", value);
        Invalid.unless(Luhn.checks(value), null, "siren-check", value);
    }

    /** The only VAT number (numéro de TVA intracommunautaire) with a numeric key that this SIREN can have. */
    public String vatNumber() {
        return "FR%02d%s".formatted((12 + 3 * (Integer.parseInt(value) % 97)) % 97, value);
    }

    /** As printed: 200 078 814. */
    public String display() {
        return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
    }

    @Override
    public String toString() {
        return value;
    }
}
