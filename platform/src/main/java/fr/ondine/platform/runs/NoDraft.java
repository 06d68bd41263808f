package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.DomainException;

/** A run has no draft for what was typed. */
public final class NoDraft extends DomainException {

    private NoDraft(String why, String typed) {
        super("runs.draft." + why, typed);
    }

    static NoDraft unknown(String typed) {
        return new NoDraft("unknown", typed);
    }

    static NoDraft elsewhere(String typed) {
        return new NoDraft("elsewhere", typed);
    }

    static NoDraft setAside(String typed) {
        return new NoDraft("set-aside", typed);
    }
}
