package fr.ondine.platform.leaks;

import java.time.LocalDate;

/**
 * That a subscriber was told of an abnormal use.
 *
 * @param proof the number of the invoice, to whom a mail went, or the reference of a letter
 * @param answerBy the last day for a certificate: a month after it
 */
public record LeakNotice(LocalDate on, NoticeChannel channel, String proof, LocalDate answerBy) {

    private static final int MONTHS = 1;

    /** CGCT L2224-12-4 III bis: one month from the notice on. */
    static LocalDate answerBy(LocalDate told) {
        return told.plusMonths(MONTHS);
    }
}
