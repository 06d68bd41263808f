package fr.ondine.tenantconfig;

/**
 * Whether a utility adds to what is paid late; by default it adds nothing.
 *
 * @param sewerage whether staff may increase late sewerage charges by a quarter (CGCT R2224-19-9)
 */
public record LateCharges(boolean sewerage) {

    /** Nothing is added. */
    public static LateCharges defaults() {
        return new LateCharges(false);
    }
}
