package fr.ondine.ui.configuration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationChange;
import fr.ondine.ui.shell.ResponsiveTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one configuration changes of another, value by value. */
public final class Difference extends Div {

    private final boolean empty;

    public Difference(List<ConfigurationChange> changes) {
        empty = changes.isEmpty();
        if (empty) {
            add(new Paragraph(I18NProvider.translate("console.difference.none")));
            return;
        }
        var table = new ResponsiveTable()
                .caption(I18NProvider.translate("console.difference.count", changes.size()))
                .column(I18NProvider.translate("console.difference.path"))
                .column(I18NProvider.translate("console.difference.before"))
                .column(I18NProvider.translate("console.difference.after"));
        table.addClassName("difference");
        changes.forEach(change -> table.row(new Span(change.path()), value(change.before()), value(change.after())));
        add(table);
    }

    public boolean isEmpty() {
        return empty;
    }

    private static Span value(@Nullable String value) {
        var shown = new Span(value == null ? I18NProvider.translate("console.difference.absent") : value);
        if (value == null) {
            shown.addClassName("soft");
        }
        return shown;
    }
}
