package fr.ondine.demo.data;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A payment that the utility has received for an invoice; {@code returnedOn} is set when the bank took it back. */
record Receipt(
        String reference, Bill bill, String method, BigDecimal amount, LocalDate receivedOn, LocalDate returnedOn) {}
