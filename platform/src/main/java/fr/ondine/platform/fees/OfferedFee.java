package fr.ondine.platform.fees;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;

/**
 * A service that can be billed to an agreement today, with what it comes to.
 *
 * @param code of the charge in the tariff
 * @param price excluding VAT
 * @param total including VAT, billed alone
 */
public record OfferedFee(String code, String label, UnitPrice price, VatRate vat, Money total) {}
