package fr.ondine.platform.tenancy;

import java.util.UUID;

/** What a job runs on: {@code slug/id/attempt}; the last part lets a thing be handed over again while it is at work. */
record JobInstance(TenantId tenant, UUID id) {

    static String of(UUID id) {
        return id + "/" + UUID.randomUUID().toString().substring(0, 8);
    }

    static JobInstance parse(String instance) {
        var parts = instance.split("/", 3);
        return new JobInstance(new TenantId(parts[0]), UUID.fromString(parts[1]));
    }

    /** The thing alone, for the platform's own work: {@code id/attempt}. */
    static UUID thing(String instance) {
        return UUID.fromString(instance.split("/", 2)[0]);
    }
}
