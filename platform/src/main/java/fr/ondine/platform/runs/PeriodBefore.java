package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;

/** What was billed of the same kind and perimeter a year before, to compare a run with; credited invoices do not count. */
public record PeriodBefore(Period period, long invoices, Money total) {}
