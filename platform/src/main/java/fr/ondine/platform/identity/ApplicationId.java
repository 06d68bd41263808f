package fr.ondine.platform.identity;

import java.util.UUID;

/** One asking for an account, whether or not anything came of it: others may ask with the same address. */
public record ApplicationId(UUID value) {

    public static ApplicationId fresh() {
        return new ApplicationId(UUID.randomUUID());
    }
}
