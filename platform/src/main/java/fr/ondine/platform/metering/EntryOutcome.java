package fr.ondine.platform.metering;

/** What became of a reading that staff typed; a refusal is an exception. */
public sealed interface EntryOutcome {

    record Kept(Reading reading, Judgement judgement) implements EntryOutcome {}

    /** It is possible but unusual: nothing is kept before it is asked for a second time. */
    record Doubted(Reading reading, Judgement judgement) implements EntryOutcome {}
}
