package fr.ondine.platform.billing;

/**
 * Which invoice a credit note takes back, or a part of it, and why.
 *
 * @param number as printed
 */
public record Correction(String number, String reason) {}
