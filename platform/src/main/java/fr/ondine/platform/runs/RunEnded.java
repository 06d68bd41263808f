package fr.ondine.platform.runs;

import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** A run issues nothing more: it has issued all of its invoices, or was cancelled; published in that transaction. */
public record RunEnded(TenantId tenant, RunId run) implements TenantEvent {}
