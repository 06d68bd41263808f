package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.util.UUID;

/**
 * What became of a mail, within the transaction that notes it.
 *
 * @param kind the name of its letter
 * @param source for what it was sent
 * @param isTaken by its reader's server; else it was refused for good, or came back: nobody read it
 */
public record MailOutcome(TenantId tenant, String kind, UUID source, boolean isTaken) implements TenantEvent {}
