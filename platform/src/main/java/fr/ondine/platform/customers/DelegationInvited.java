package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;
import java.time.LocalDate;

/** A holder wants to let somebody see a contract; only who follows the link is asked ({@code /contrats/acces?jeton=}). */
public record DelegationInvited(
        TenantId tenant,
        EmailAddress invited,
        EmailAddress holder,
        String number,
        boolean mayPay,
        LocalDate until,
        RawToken token,
        Instant openUntil)
        implements TenantEvent {}
