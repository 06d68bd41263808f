package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.util.UUID;

/**
 * Staff granted relief, or refused it.
 *
 * @param decision the event of the file that it is
 * @param taken off the invoices, VAT included; nothing where it is refused
 * @param reason as it is told to the subscriber
 */
public record LeakFileDecided(
        TenantId tenant,
        LeakFileId file,
        UUID decision,
        AgreementId agreement,
        boolean isGranted,
        Money taken,
        String reason)
        implements TenantEvent {}
