package fr.ondine.platform.tenancy;

/** A place where something lies that only a master key opens or knows again; all of them follow when the key changes. */
public interface SealedStore {

    /** Whether each utility has its own, and is bound when it is asked for; otherwise it is the platform's, and none is. */
    boolean isOfUtilities();

    /** What is not under the key that seals today. */
    Older older();

    /**
     * Brings under the key that seals today what another one opens that is given: in portions, so that nobody waits for
     * it, and from the beginning when it is asked again. Tells how many.
     */
    long renew();

    /**
     * What is there of former keys.
     *
     * @param openable what one of the keys opens that are given
     * @param lost what none of them opens
     */
    record Older(long openable, long lost) {

        public static final Older NONE = new Older(0, 0);

        public Older and(Older other) {
            return new Older(openable + other.openable, lost + other.lost);
        }
    }
}
