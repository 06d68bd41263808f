package fr.ondine.platform.leaks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A letter, mostly registered, that told a subscriber of an abnormal use: when it went, and by which reference it is found. */
public record PaperNotice(@Nullable LocalDate sentOn, String reference) {

    public static final int LONGEST = 100;

    /** The day; refused before the reading that it is about, in the future, and without a reference. */
    LocalDate checked(LeakFile file, LocalDate today) {
        if (reference.isBlank() || reference.length() > LONGEST) {
            throw LeakRefused.referenceMissing();
        }
        var read = file.used().until();
        if (sentOn == null || sentOn.isBefore(read) || sentOn.isAfter(today)) {
            throw LeakRefused.letterImpossible(read);
        }
        return sentOn;
    }
}
