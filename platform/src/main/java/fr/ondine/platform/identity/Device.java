package fr.ondine.platform.identity;

/** What a remembered device shows: which line of the table, and the secret of its last visit. */
public record Device(String series, String secret) {

    @Override
    public String toString() {
        return "Device[…]";
    }
}
