package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.UnitPrice;

/**
 * An amount that is due once on an invoice: a flat rate (forfait), or a service such as opening a connection.
 *
 * @param isOnRequest only where the invoice asks for its code, else on each invoice
 */
public record Fee(ChargeTerms terms, UnitPrice price, boolean isOnRequest) implements Charge {}
