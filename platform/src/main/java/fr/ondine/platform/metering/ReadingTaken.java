package fr.ondine.platform.metering;

import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.LocalDate;
import java.util.UUID;

/** A subscriber or somebody of the staff gave a reading, which is kept by this same transaction. */
public record ReadingTaken(TenantId tenant, UUID meter, LocalDate readOn) implements TenantEvent {}
