package fr.ondine.platform.fleet;

/**
 * How far the schema of a utility is, as its registry has it.
 *
 * @param changes how many change sets it has received, 0 when that was not counted
 * @param version of the changelog that made it
 * @param fingerprint of what it was made of, empty when that was not taken
 */
public record UtilitySchema(int changes, String version, String fingerprint) {

    private static final int SHORT = 8;

    public String shortVersion() {
        return shortened(version);
    }

    public String shortFingerprint() {
        return shortened(fingerprint);
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }
}
