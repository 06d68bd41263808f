package fr.ondine.platform.kernel;

import java.math.BigDecimal;

/** So many of a unit, as an invoice line counts it: 118 m³, 1 year, 2.5 hours. */
public record Quantity(BigDecimal amount, String unit) {}
