package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import java.time.YearMonth;

/**
 * How a plan is made.
 *
 * @param number of instalments, a month apart
 * @param day of the month; on a day on which banks are closed it is the next one on which they are not
 * @param minimum the least that is asked for at a time
 */
record PlanTerms(int number, int day, YearMonth first, Money minimum) {}
