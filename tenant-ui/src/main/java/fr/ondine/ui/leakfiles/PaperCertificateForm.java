package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.say;

import fr.ondine.platform.leaks.CertifiedRepair;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Enters a certificate that came by post. */
final class PaperCertificateForm extends Form {

    PaperCertificateForm(LocalDate today, BiConsumer<CertifiedRepair, LocalDate> enter) {
        var place = TextField.text("lieu", say("leakfiles.certificate.place"))
                .attribute("maxlength", String.valueOf(CertifiedRepair.LONGEST))
                .autocomplete("off")
                .explains("leaks.place-missing");
        var repaired = day("repare", say("leakfiles.certificate.repaired")).explains("leaks.repaired-in-future");
        var received = day("recu", say("leakfiles.certificate.received"))
                .initially(today.toString())
                .explains("leaks.received-impossible");
        add(
                place,
                repaired,
                received,
                Button.submit(say("leakfiles.certificate.enter")).subdued());
        onSubmit(() -> enter.accept(
                new CertifiedRepair(place.value(), typed(repaired.value()).orElse(null)),
                typed(received.value()).orElse(today.plusDays(1))));
    }

    private static TextField day(String name, String label) {
        return TextField.text(name, label)
                .attribute("type", "date")
                .autocomplete("off")
                .required();
    }

    static Optional<LocalDate> typed(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
