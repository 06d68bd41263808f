package fr.ondine.platform.oldaccounts;

/**
 * A former portal's hash inside Argon2id.
 *
 * @param form how the hash inside was made, with its salt and cost
 */
public record WrappedPassword(String form, String wrapped) {

    /** Neither: this may be logged. */
    @Override
    public String toString() {
        return "WrappedPassword";
    }
}
