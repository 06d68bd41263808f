package fr.ondine.platform.customers;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a holder lets somebody see a contract, or pay its invoices too.
 *
 * @param number of the contract, as printed
 * @param other the address of whoever else it is about: the invited one for the holder, the holder for them
 * @param until the last day
 * @param accepted whether it holds already
 */
public record Delegation(UUID id, String number, String other, boolean mayPay, LocalDate until, boolean accepted) {}
