package fr.ondine.platform.latecharges;

import java.time.LocalDate;

/**
 * A formal notice that went by registered letter.
 *
 * @param number of the registered letter, as the post gives it
 */
public record RegisteredNotice(String number, LocalDate receivedOn) {}
