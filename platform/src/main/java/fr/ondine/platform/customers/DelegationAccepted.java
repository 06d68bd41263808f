package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.LocalDate;

/** Somebody sees a holder's contract from now on; both are told. */
public record DelegationAccepted(
        TenantId tenant, EmailAddress holder, EmailAddress delegate, String number, boolean mayPay, LocalDate until)
        implements TenantEvent {}
