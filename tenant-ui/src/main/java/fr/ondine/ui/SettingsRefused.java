package fr.ondine.ui;

import java.util.List;

/** A process that was not told where its database is, or another thing that nobody else can know. */
final class SettingsRefused extends RuntimeException {

    SettingsRefused(List<String> sentences) {
        super(String.join("\n", sentences));
    }
}
