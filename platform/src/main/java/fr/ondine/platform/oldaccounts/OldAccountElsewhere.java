package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/** A former login became part of an account of another address; the address that was on file is told, once. */
public record OldAccountElsewhere(TenantId tenant, EmailAddress onFile, String number, Instant when)
        implements TenantEvent {}
