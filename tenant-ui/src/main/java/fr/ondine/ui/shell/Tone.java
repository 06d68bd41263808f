package fr.ondine.ui.shell;

import java.util.Locale;

/** What a pill or a notice feels like; never the only carrier of the meaning, the words say it too. */
public enum Tone {
    INFO,
    GOOD,
    WARN,
    BAD;

    String className() {
        return name().toLowerCase(Locale.ROOT);
    }
}
