package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.LocalDate;

/**
 * Somebody is to be told of an abnormal use.
 *
 * @param isOfZone whether the mean is that of comparable dwellings
 * @param answerBy the last day for a certificate, if they are told today for the first time
 */
public record LeakFileOpened(
        TenantId tenant,
        LeakFileId file,
        AgreementId agreement,
        Volume volume,
        Volume mean,
        boolean isOfZone,
        LocalDate answerBy)
        implements TenantEvent {}
