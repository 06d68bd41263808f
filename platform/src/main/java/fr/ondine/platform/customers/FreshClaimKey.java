package fr.ondine.platform.customers;

/**
 * A claim key that no paper has yet.
 *
 * @param clear as it is stored before it is sealed
 * @param mac the digest that finds it again
 */
public record FreshClaimKey(String clear, String mac, byte[] sealed) {

    /** Never the key: this may be logged. */
    @Override
    public String toString() {
        return "FreshClaimKey";
    }
}
