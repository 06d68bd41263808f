package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;

/**
 * What an invoice tells of an abnormal use (CGCT L2224-12-4 III bis).
 *
 * @param mean of as many days in the years before
 * @param answerBy the last day for a plumber's certificate
 */
public record ToldLeak(Volume used, Volume mean, LocalDate answerBy) {}
