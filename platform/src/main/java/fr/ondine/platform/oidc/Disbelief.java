package fr.ondine.platform.oidc;

import fr.ondine.platform.oidc.ProviderRefused.Reason;

/** An answer that is not believed, with what the log is told of it. */
final class Disbelief extends RuntimeException {

    private final Reason reason;
    private final String sentence;

    Disbelief(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
        this.sentence = sentence;
    }

    Reason reason() {
        return reason;
    }

    String sentence() {
        return sentence;
    }
}
