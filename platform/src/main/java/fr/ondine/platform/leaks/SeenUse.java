package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.ComparedUse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An abnormal use as it is written down.
 *
 * @param invoice by which it is told, if it is
 * @param issuedOn the day of that invoice
 */
record SeenUse(
        AgreementId agreement,
        ComparedUse use,
        @Nullable UUID invoice,
        @Nullable LocalDate issuedOn) {}
