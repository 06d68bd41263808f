package fr.ondine.ui.invoices;

import fr.ondine.platform.billing.InvoiceForm;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Names in the file of invoices that go by post. */
public final class FormFolder {

    private FormFolder() {}

    public static String of(InvoiceForm form) {
        return switch (form) {
            case PAPER, ELECTRONIC -> "papier";
            case LARGE_PRINT -> "gros-caracteres";
            case BRAILLE -> "braille-integral";
            case BRAILLE_CONTRACTED -> "braille-abrege";
        };
    }

    /** Empty for what is no day. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
