package fr.ondine.tenantconfig;

/** A French telephone number of ten digits, written in pairs. */
public record PhoneNumber(String value) {

    public PhoneNumber {
        Invalid.unless(value.replace(" ", "").matches("0[1-9]\\d{8}"), null, "phone", value);
        value = String.join(" ", value.replace(" ", "").split("(?<=\\G..)"));
    }

    /** The address of a link that calls it. */
    public String link() {
        return "tel:+33" + value.replace(" ", "").substring(1);
    }

    @Override
    public String toString() {
        return value;
    }
}
