package fr.ondine.platform.operators;

import java.time.Duration;

/** What a new key is to be called, what it may do, and for how long. */
public record KeyWish(String name, Permission permission, Duration life) {

    public static final Duration LONGEST = Duration.ofDays(365);

    private static final int LONGEST_NAME = 60;

    public KeyWish {
        name = name.strip();
    }

    void refuseBut(Permission most) {
        if (name.isEmpty()) {
            throw new OperatorRefused("key-name-missing");
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new OperatorRefused("key-name-impossible", LONGEST_NAME);
        }
        if (!life.isPositive() || life.compareTo(LONGEST) > 0) {
            throw new OperatorRefused("key-life", LONGEST.toDays());
        }
        if (!most.includes(permission)) {
            throw new PermissionMissing(permission);
        }
    }
}
