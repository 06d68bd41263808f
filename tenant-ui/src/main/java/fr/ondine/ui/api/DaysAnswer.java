package fr.ondine.ui.api;

import fr.ondine.platform.kernel.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from one to another, both included. */
record DaysAnswer(LocalDate from, LocalDate to) {

    static @Nullable DaysAnswer of(@Nullable Period period) {
        return period == null ? null : new DaysAnswer(period.from(), period.lastDay());
    }
}
