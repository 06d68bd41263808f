package fr.ondine.platform.identity;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** A user account (compte) of one utility's portal. */
@Embeddable
public record UserId(UUID value) implements Serializable {

    static UserId fresh() {
        return new UserId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
