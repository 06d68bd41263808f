package fr.ondine.platform.billing;

import java.time.LocalDate;

/**
 * Which invoice a credit note takes back, or a part of it, and why.
 *
 * @param number as printed
 * @param issuedOn the day of that invoice
 */
public record Correction(String number, LocalDate issuedOn, String reason) {}
