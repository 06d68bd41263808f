package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.util.UUID;

/**
 * A mail was refused for good: nobody read it.
 *
 * @param source for what it was sent
 */
public record MailReturned(TenantId tenant, UUID source) implements TenantEvent {}
