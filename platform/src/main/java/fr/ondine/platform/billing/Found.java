package fr.ondine.platform.billing;

/**
 * A contract with what it was found by.
 *
 * @param detail as it stands on file: the earlier number, the invoice, the meter, the e-mail address; empty where the
 *     contract itself says it
 * @param isExact whether the whole of it was typed
 */
public record Found(FoundBy by, FoundAgreement agreement, String detail, boolean isExact) {}
