package fr.ondine.platform.metering;

/** What became of an exchange that staff typed; a refusal is an exception. */
public sealed interface ExchangeOutcome {

    record Done(MeterInstallation removed, Judgement judgement) implements ExchangeOutcome {}

    /** The last use of the old meter is unusual: nothing is kept before it is asked for a second time. */
    record Doubted(Judgement judgement) implements ExchangeOutcome {}
}
