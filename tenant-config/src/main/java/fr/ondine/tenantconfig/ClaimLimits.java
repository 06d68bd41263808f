package fr.ondine.tenantconfig;

/**
 * How many wrong claims are let through before a pause, so that keys cannot be guessed by trying.
 *
 * @param perContractPerDay from one network address; from all together a contract takes four times as many
 */
public record ClaimLimits(int perContractPerDay, int perAccountPerDay, int perAddressPerHour, int perTenantPerHour) {

    public ClaimLimits {
        positive("perContractPerDay", perContractPerDay);
        positive("perAccountPerDay", perAccountPerDay);
        positive("perAddressPerHour", perAddressPerHour);
        positive("perTenantPerHour", perTenantPerHour);
    }

    /** Five a contract and ten an account a day, twenty an address and five hundred a utility an hour. */
    public static ClaimLimits defaults() {
        return new ClaimLimits(5, 10, 20, 500);
    }

    private static void positive(String field, int value) {
        Invalid.unless(value > 0, field, "positive", value);
    }
}
