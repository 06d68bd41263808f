package fr.ondine.platform.audit;

/** What is wrong with the first entry of a trail that is not as it was written. */
public enum ChainFault {
    /** Its words or its moment are others. */
    ALTERED,
    /** It has its place, and is gone. */
    REMOVED,
    /** Nobody gave it a place: it was slipped in. */
    SLIPPED_IN,
    /** The places after it are gone: the trail was longer. */
    CUT_OFF,
    /** What was written before the chain began is not what it was. */
    EARLIER_CHANGED,
    /** The trail is whole in itself, but not the one that was witnessed. */
    REWRITTEN,
    /** The trail is whole in itself, but what it is compared with was written or changed by somebody else. */
    WITNESS_NOT_OURS
}
