package fr.ondine.testing.services;

import java.nio.file.Path;

/** Another process works on the folder. */
public final class FolderInUse extends IllegalStateException {

    FolderInUse(Path folder) {
        super("another process already runs on " + folder + ": stop it first.");
    }
}
