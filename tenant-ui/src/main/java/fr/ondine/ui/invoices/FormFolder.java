package fr.ondine.ui.invoices;

import fr.ondine.platform.billing.InvoiceForm;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names in the file of invoices that go by post. */
public final class FormFolder {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private FormFolder() {}

    public static String of(InvoiceForm form) {
        return switch (form) {
            case PAPER, ELECTRONIC -> "papier";
            case LARGE_PRINT -> "gros-caracteres";
            case BRAILLE -> "braille-integral";
            case BRAILLE_CONTRACTED -> "braille-abrege";
        };
    }

    /** Empty for what is no day, or none that invoices have. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(typed).filter(DAY.asMatchPredicate()).map(LocalDate::parse);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
