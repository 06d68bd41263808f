package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.tariffs.InvoiceSection;

/** One line of an invoice as it was issued; what it says is printed and never computed again. */
record InvoiceLine(
        InvoiceSection section, String label, Quantity quantity, UnitPrice unitPrice, Money net, VatRate vatRate) {}
