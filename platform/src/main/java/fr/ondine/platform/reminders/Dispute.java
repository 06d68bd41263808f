package fr.ondine.platform.reminders;

import java.time.LocalDate;

/**
 * Why an invoice is not asked for at the moment (litige).
 *
 * @param until the last day on which that holds
 */
public record Dispute(String reason, LocalDate until, String openedBy) {}
