package fr.ondine.tenantconfig;

/** The fourteen digits that identify one place (établissement) of a French organisation: its SIREN, a number and a check digit. */
public record Siret(String value) {

    /** Has more places than numbers that check: those of its post offices have a sum of digits that five divides. */
    private static final String LA_POSTE = "356000000";

    public Siret {
        value = value.replace(" ", "");
        Invalid.unless(value.matches("[0-9]{14}"), null, "siret-form", value);
        Invalid.unless(Luhn.checks(value.substring(0, 9)) && checks(value), null, "siret-check", value);
    }

    private static boolean checks(String digits) {
        return Luhn.checks(digits)
                || digits.startsWith(LA_POSTE)
                        && digits.chars().map(digit -> digit - '0').sum() % 5 == 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
