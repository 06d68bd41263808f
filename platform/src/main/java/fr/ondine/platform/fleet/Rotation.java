package fr.ondine.platform.fleet;

import fr.ondine.platform.tenancy.SealedStore.Older;
import java.util.List;

/**
 * How far the platform's secrets have followed the master key.
 *
 * @param key the fingerprint of the one that seals now
 * @param others those of the others that are given
 * @param places the platform itself and each utility
 */
public record Rotation(String key, List<String> others, List<Place> places) {

    /** The name of the platform's own secrets among those of the utilities. */
    static final String PLATFORM = "platform";

    /**
     * Those of one utility, or of the platform.
     *
     * @param failure why it was not gone through to its end; empty when it was
     */
    public record Place(String name, long renewed, Older older, String failure) {

        /** Whether there is something of it to be looked at. */
        public boolean isToBeTold() {
            return !older.equals(Older.NONE) || !failure.isEmpty();
        }

        boolean isDone() {
            return older.openable() == 0 && failure.isEmpty();
        }
    }

    /** Whether nothing needs another key than the one that seals now. */
    public boolean isDone() {
        return places.stream().allMatch(Place::isDone);
    }

    public long renewed() {
        return places.stream().mapToLong(Place::renewed).sum();
    }

    public Older older() {
        return places.stream().map(Place::older).reduce(Older.NONE, Older::and);
    }
}
