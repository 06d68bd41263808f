package fr.ondine.platform.metering;

import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A subscriber, somebody of the staff or a program gave readings, or one of a file was found right, by this transaction. */
public record ReadingsTaken(TenantId tenant, List<Taken> all) implements TenantEvent {

    public ReadingsTaken {
        all = List.copyOf(all);
    }

    public static ReadingsTaken one(TenantId tenant, UUID meter, LocalDate readOn) {
        return new ReadingsTaken(tenant, List.of(new Taken(meter, readOn)));
    }

    /** What a meter showed on a day. */
    public record Taken(UUID meter, LocalDate readOn) {}
}
