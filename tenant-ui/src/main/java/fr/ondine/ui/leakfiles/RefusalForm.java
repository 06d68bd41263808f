package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import java.util.function.Consumer;

/** Refuses a file for a reason, once it was said what that does and what the subscriber will read. */
final class RefusalForm extends Div {

    private final transient LeakFile file;
    private final transient Consumer<String> refuse;
    private final TextField reason = TextField.text("motif-refus", say("leakfiles.reason"))
            .help(say("leakfiles.reason.help"))
            .attribute("maxlength", "500")
            .autocomplete("off");
    private final Form form =
            new Form(reason, Button.submit(say("leakfiles.refuse")).subdued());
    private final Div asked = new Div();

    RefusalForm(LeakFile file, Consumer<String> refuse) {
        this.file = file;
        this.refuse = refuse;
        form.onSubmit(() -> {
            if (reason.value().isBlank()) {
                form.refuse(reason, say("leaks.reason-missing"));
            } else {
                ask();
            }
        });
        add(form, asked);
    }

    private void ask() {
        var read = new Paragraph(reason.value().strip());
        read.addClassName("quote");
        var answers = new Div(
                Button.danger(say("leakfiles.refuse.sure")).onPress(this::decide),
                Button.link(say("leakfiles.refuse.not")).onPress(this::forget));
        answers.addClassName("row");
        var question = new Notice(Tone.WARN, say("leakfiles.refuse.question"), new Paragraph(effect()));
        if (file.isBilledWithoutNotice()) {
            question.add(new Paragraph(say("leakfiles.refuse.not-noticed")));
        }
        question.add(new Paragraph(say("leakfiles.refuse.read")), read, answers);
        asked.removeAll();
        asked.add(question.announced());
        form.setVisible(false);
    }

    private String effect() {
        return file.invoiceNumber().isEmpty()
                ? say("leakfiles.refuse.unbilled")
                : say("leakfiles.refuse.billed", file.invoiceNumber());
    }

    private void decide() {
        try {
            refuse.accept(reason.value());
        } catch (DomainException refused) {
            asked.removeAll();
            asked.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    private void forget() {
        asked.removeAll();
        form.setVisible(true);
        Page.focusField(reason);
    }
}
