package fr.ondine.testing;

import java.util.List;
import java.util.regex.Pattern;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Asks Mustang whether software can read an invoice: Factur-X in its PDF, by the schema and the rules of EN 16931. */
public final class ReadBySoftware {

    private static final Pattern FAULT =
            Pattern.compile("<(?:error|exception|warning)\\b.*?</(?:error|exception|warning)>", Pattern.DOTALL);

    private ReadBySoftware() {}

    /** What it finds fault with, in its own words. */
    public static List<String> faults(byte[] pdf) {
        var validator = new ZUGFeRDValidator();
        var report = validator.validate(pdf, "invoice.pdf");
        var faults = FAULT.matcher(report).results().map(found -> found.group()).toList();
        return validator.wasCompletelyValid() || !faults.isEmpty() ? faults : List.of(report);
    }
}
