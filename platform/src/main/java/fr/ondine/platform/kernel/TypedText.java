package fr.ondine.platform.kernel;

/** Makes one line of what somebody typed or sent: its words with single spaces between, and nothing that no one sees. */
public final class TypedText {

    private TypedText() {}

    public static String words(String typed) {
        return typed.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
    }
}
