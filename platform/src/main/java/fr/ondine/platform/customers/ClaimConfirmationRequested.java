package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/**
 * The address on file is to be asked, by a link ({@code /contrats/confirmer?jeton=}), whether a contract may be opened
 * to the account of {@code claimant}, which the mail names: it may be the holder's new address, or a stranger's.
 */
public record ClaimConfirmationRequested(
        TenantId tenant,
        EmailAddress addressOnFile,
        EmailAddress claimant,
        String number,
        RawToken token,
        Instant expiresAt)
        implements TenantEvent {}
