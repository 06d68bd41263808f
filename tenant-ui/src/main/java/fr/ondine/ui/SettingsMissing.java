package fr.ondine.ui;

import java.util.List;

/** A process that was not told where its database is, or another thing that nobody else can know. */
final class SettingsMissing extends RuntimeException {

    private final transient List<String> names;

    SettingsMissing(List<String> names) {
        super("not set: " + String.join(", ", names));
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }
}
