package fr.ondine.platform.billing;

import java.time.LocalDate;

/** How far a list of invoices was read, the newest first: it goes on with what was issued before. */
public record InvoiceMark(LocalDate issuedOn, String number) {}
