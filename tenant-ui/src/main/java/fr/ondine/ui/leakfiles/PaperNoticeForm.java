package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.say;

import fr.ondine.platform.leaks.PaperNotice;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.function.Consumer;

/** Writes down a letter by which the subscriber was told. */
final class PaperNoticeForm extends Form {

    PaperNoticeForm(Consumer<PaperNotice> enter) {
        var day = TextField.text("lettre-du", say("leakfiles.letter.day"))
                .attribute("type", "date")
                .autocomplete("off")
                .required()
                .explains("leaks.letter-impossible");
        var reference = TextField.text("lettre-numero", say("leakfiles.letter.reference"))
                .help(say("leakfiles.letter.reference.help"))
                .attribute("maxlength", String.valueOf(PaperNotice.LONGEST))
                .autocomplete("off")
                .required()
                .explains("leaks.reference-missing");
        add(day, reference, Button.submit(say("leakfiles.letter.enter")).subdued());
        onSubmit(() -> enter.accept(
                new PaperNotice(PaperCertificateForm.typed(day.value()).orElse(null), reference.value())));
    }
}
