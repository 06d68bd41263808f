package fr.ondine.platform.payments;

import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** What the provider holds is not what was asked for: the payment waits for staff to decide. */
record PaymentParked(TenantId tenant, PaymentId payment) implements TenantEvent {}
