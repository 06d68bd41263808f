package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.tenantconfig.ConfigurationChange;
import fr.ondine.ui.shell.ResponsiveTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one configuration changes of another, value by value. */
final class Difference extends Div {

    private final boolean empty;

    Difference(List<ConfigurationChange> changes) {
        empty = changes.isEmpty();
        if (empty) {
            add(new Paragraph(Words.text("console.difference.none")));
            return;
        }
        var table = new ResponsiveTable()
                .caption(Words.text("console.difference.count", changes.size()))
                .column(Words.text("console.difference.path"))
                .column(Words.text("console.difference.before"))
                .column(Words.text("console.difference.after"));
        table.addClassName("difference");
        changes.forEach(change -> table.row(new Span(change.path()), value(change.before()), value(change.after())));
        add(table);
    }

    boolean isEmpty() {
        return empty;
    }

    private static Span value(@Nullable String value) {
        var shown = new Span(value == null ? Words.text("console.difference.absent") : value);
        if (value == null) {
            shown.addClassName("soft");
        }
        return shown;
    }
}
