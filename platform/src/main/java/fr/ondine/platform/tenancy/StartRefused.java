package fr.ondine.platform.tenancy;

/** A process that must not begin as it was told to: the sentence is for whoever starts it, and no secret is in it. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
