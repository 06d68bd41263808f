package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.platform.leaks.MeterCheck;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.function.Consumer;

/** That the subscriber asked to have the meter checked, and what the service found. */
final class MeterCheckCard extends Card {

    private final transient LeakDesk desk;
    private final transient SignedInStaff signedIn;
    private final transient LeakFile file;
    private final transient Consumer<String> done;

    MeterCheckCard(LeakDesk desk, SignedInStaff signedIn, LeakFile file, Consumer<String> done) {
        super(say("leakfiles.check-meter"));
        this.desk = desk;
        this.signedIn = signedIn;
        this.file = file;
        this.done = done;
        file.check().ifPresentOrElse(this::show, () -> add(new Paragraph(say("leakfiles.check-meter.what")), asked()));
    }

    private void show(MeterCheck check) {
        check.answeredOn()
                .ifPresentOrElse(
                        day -> add(new Paragraph(say("leakfiles.check-meter.answered", check.askedOn(), day))),
                        () -> add(
                                new Paragraph(say("leakfiles.check-meter.asked", check.askedOn(), check.answerBy())),
                                answered()));
    }

    private Form asked() {
        var day = TextField.text("verification-du", say("leakfiles.check-meter.day"))
                .attribute("type", "date")
                .autocomplete("off")
                .required()
                .explains("leaks.check-impossible");
        return new Form(day, Button.submit(say("leakfiles.check-meter.enter")).subdued()).onSubmit(() -> {
            desk.checkAsked(
                    signedIn.get(),
                    file.id(),
                    PaperCertificateForm.typed(day.value()).orElse(null));
            done.accept(say("leakfiles.check-meter.entered"));
        });
    }

    private Form answered() {
        var found = TextField.text("verification-constat", say("leakfiles.check-meter.found"))
                .help(say("leakfiles.check-meter.found.help"))
                .attribute("maxlength", "500")
                .autocomplete("off")
                .required()
                .explains("leaks.reason-missing");
        return new Form(
                        found,
                        Button.submit(say("leakfiles.check-meter.answer")).subdued())
                .onSubmit(() -> {
                    desk.checkAnswered(signedIn.get(), file.id(), found.value());
                    done.accept(say("leakfiles.check-meter.answer.entered"));
                });
    }
}
