package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.fleet.LimitsRefused;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Texts;
import java.util.List;
import java.util.function.Consumer;

/** Asks for the four limits; what is refused is said beside each limit that it is about. */
final class LimitsForm extends Div {

    private final LimitField requests;
    private final LimitField jobs;
    private final LimitField mails;
    private final LimitField storage;
    private final Form form;

    LimitsForm(Limits now, Consumer<Limits> sent) {
        requests = new LimitField("requests", now.requestsPerSecond());
        jobs = new LimitField("jobs", now.concurrentJobs());
        mails = new LimitField("mails", now.mailsPerDay());
        storage = new LimitField("storage", now.storageMegabytes());
        form = new Form(requests, jobs, mails, storage, Button.submit(Words.text("console.limits.send")));
        form.onSubmit(() -> send(sent));
        add(form);
    }

    private void send(Consumer<Limits> sent) {
        fields().forEach(field -> field.refuseUnlessNumber(form));
        if (!form.isAccepted()) {
            return;
        }
        try {
            sent.accept(typed());
        } catch (LimitsRefused refused) {
            fields().stream()
                    .filter(LimitField::leavesNothing)
                    .forEach(field -> field.refuse(form, Texts.refusal(refused)));
        }
    }

    private Limits typed() {
        return new Limits(
                requests.value().orElseThrow(),
                jobs.value().orElseThrow(),
                mails.value().orElseThrow(),
                storage.value().orElseThrow());
    }

    private List<LimitField> fields() {
        return List.of(requests, jobs, mails, storage);
    }
}
