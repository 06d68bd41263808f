package fr.ondine.ui.api;

import fr.ondine.platform.billing.InvoiceMark;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a list goes on: words that programs hand back and read nothing of. */
final class Cursor {

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");

    private Cursor() {}

    static String of(String mark) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark.getBytes(StandardCharsets.UTF_8));
    }

    static String of(InvoiceMark mark) {
        return of(mark.issuedOn() + " " + mark.number());
    }

    static String mark(String after) {
        try {
            var mark = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            if (UNSEEN.matcher(mark).find()) {
                throw new CursorUnknown();
            }
            return mark;
        } catch (IllegalArgumentException none) {
            throw new CursorUnknown();
        }
    }

    static Optional<InvoiceMark> invoice(String after) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        var parts = mark(after).split(" ", 2);
        if (parts.length < 2) {
            throw new CursorUnknown();
        }
        try {
            var day = LocalDate.parse(parts[0]);
            if (!day.equals(StoredDays.nearest(day))) {
                throw new CursorUnknown();
            }
            return Optional.of(new InvoiceMark(day, parts[1]));
        } catch (DateTimeParseException none) {
            throw new CursorUnknown();
        }
    }
}
