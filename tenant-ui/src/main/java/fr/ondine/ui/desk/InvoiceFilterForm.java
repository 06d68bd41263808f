package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.billing.InvoiceFilter;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks which invoices are looked for; the answer is an address. */
final class InvoiceFilterForm extends Form {

    private final TextField words = TextField.text("recherche", say("desk.invoices.words"))
            .attribute("type", "search")
            .autocomplete("off");
    private final Choice<Optional<InvoiceKind>> kind = new Choice<>(
            "nature",
            say("desk.invoices.kind"),
            kinds(),
            one -> one.map(known -> DeskWords.of("kind", known)).orElseGet(() -> say("desk.invoices.kind.all")));
    private final Choice<Boolean> isOpen = new Choice<>(
            "etat",
            say("desk.invoices.state"),
            List.of(false, true),
            open -> say(open ? "desk.invoices.state.open" : "desk.invoices.state.all"));
    private final TextField from = day("du", say("desk.invoices.from"));
    private final TextField to = day("au", say("desk.invoices.to"));

    InvoiceFilterForm(InvoiceFilter filter) {
        addClassName("filter");
        words.initially(filter.words());
        kind.initially(filter.kind());
        isOpen.initially(filter.isOpen());
        filter.from().map(LocalDate::toString).ifPresent(from::initially);
        filter.to().map(LocalDate::toString).ifPresent(to::initially);
        var fields = new Div(
                words,
                kind,
                isOpen,
                from,
                to,
                Button.submit(say("desk.invoices.find")).subdued());
        fields.addClassName("row");
        add(fields);
        onSubmit(this::find);
    }

    private void find() {
        var asked = new InvoiceFilter(
                words.value(),
                kind.value(),
                InvoiceQuery.day(from.value()),
                InvoiceQuery.day(to.value()),
                isOpen.value());
        if (asked.from().isPresent()
                && asked.to().isPresent()
                && asked.to().get().isBefore(asked.from().get())) {
            refuse(to, say("desk.invoices.turned"));
            return;
        }
        UI.getCurrentOrThrow().navigate(Addresses.INVOICES, InvoiceQuery.parameters(asked));
    }

    private static List<Optional<InvoiceKind>> kinds() {
        var kinds = new ArrayList<Optional<InvoiceKind>>();
        kinds.add(Optional.empty());
        for (var kind : InvoiceKind.values()) {
            kinds.add(Optional.of(kind));
        }
        return kinds;
    }

    private static TextField day(String name, String label) {
        return TextField.text(name, label).attribute("type", "date").autocomplete("off");
    }
}
