package fr.ondine.platform.plans;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The days on which money moves: no weekend, none on which the banks of France or the euro's own system are closed. */
final class BankDays {

    private static final List<HolidayManager> CALENDARS = Stream.of(HolidayCalendar.FRANCE, HolidayCalendar.TARGET)
            .map(calendar -> HolidayManager.getInstance(ManagerParameters.create(calendar)))
            .toList();

    private BankDays() {}

    static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && CALENDARS.stream().noneMatch(closed -> closed.isHoliday(day));
    }

    static LocalDate onOrAfter(LocalDate day) {
        return Stream.iterate(day, next -> next.plusDays(1))
                .filter(BankDays::isOne)
                .findFirst()
                .orElseThrow();
    }
}
