package fr.ondine.platform.operators;

import java.util.Arrays;
import java.util.List;

/** What an operator may do (droit); each one includes those before it. */
public enum Permission {
    /** See all utilities. */
    VIEW,
    /** Add, configure, close and open utilities. */
    OPERATE,
    /** Invite operators, delete utilities, move them, send whole utilities away and take them in. */
    ADMINISTER;

    public boolean includes(Permission other) {
        return compareTo(other) >= 0;
    }

    /** This permission and all that it includes. */
    public List<Permission> all() {
        return Arrays.stream(values()).filter(this::includes).toList();
    }
}
