package fr.ondine.ui.journal;

import static fr.ondine.ui.journal.JournalWords.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.staff.AuditFilter;
import fr.ondine.platform.staff.AuditKind;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks which entries are looked for; the answer is an address. */
final class JournalFilterForm extends Form {

    private final TextField person =
            TextField.text("qui", say("journal.person")).autocomplete("off");
    private final TextField subject =
            TextField.text("sujet", say("journal.subject")).autocomplete("off");
    private final Choice<Optional<AuditKind>> kind = new Choice<>(
            "nature",
            say("journal.kind"),
            kinds(),
            one -> say(one.map(known -> "journal.value." + known).orElse("journal.kind.all")));
    private final TextField from = day("du", say("journal.from"));
    private final TextField to = day("au", say("journal.to"));

    JournalFilterForm(AuditFilter filter) {
        addClassName("filter");
        person.initially(filter.person());
        subject.initially(filter.subject());
        kind.initially(filter.kind());
        filter.from().map(LocalDate::toString).ifPresent(from::initially);
        filter.to().map(LocalDate::toString).ifPresent(to::initially);
        var fields = new Div(
                person,
                subject,
                kind,
                from,
                to,
                Button.submit(say("journal.find")).subdued());
        fields.addClassName("row");
        add(fields);
        onSubmit(this::find);
    }

    private void find() {
        var asked = new AuditFilter(
                person.value(),
                subject.value(),
                kind.value(),
                JournalQuery.day(from.value()),
                JournalQuery.day(to.value()));
        if (asked.from().isPresent()
                && asked.to().isPresent()
                && asked.to().get().isBefore(asked.from().get())) {
            refuse(to, say("journal.turned"));
            return;
        }
        UI.getCurrentOrThrow().navigate(JournalQuery.PAGE, JournalQuery.parameters(asked));
    }

    private static List<Optional<AuditKind>> kinds() {
        return Stream.concat(
                        Stream.of(Optional.<AuditKind>empty()),
                        Arrays.stream(AuditKind.values()).map(Optional::of))
                .toList();
    }

    private static TextField day(String name, String label) {
        return TextField.text(name, label).attribute("type", "date").autocomplete("off");
    }
}
