package fr.ondine.ui.configuration;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.tenancy.Realm;
import fr.ondine.tenantconfig.ConfigurationChange;
import fr.ondine.tenantconfig.ConfigurationPath;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
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
        changes.forEach(change -> table.row(
                path(change.path()), value(change.path(), change.before()), value(change.path(), change.after())));
        add(table);
    }

    public boolean isEmpty() {
        return empty;
    }

    /** In words; operators, who write the text itself, see where in it too. */
    private static Div path(String path) {
        var words = new Div(new Span(Written.typeset(ConfigurationPath.words(path, Written.language()))));
        if (Realm.isConsole()) {
            words.add(new Div(code(path)));
        }
        return words;
    }

    private static Span value(String path, @Nullable String value) {
        if (value == null) {
            var absent = new Span(I18NProvider.translate("console.difference.absent"));
            absent.addClassName("soft");
            return absent;
        }
        var words = ChoiceWords.of(path, value);
        var shown = new Span(words);
        if (Realm.isConsole() && !words.equals(value)) {
            shown.add(new Text(" "), code(value));
        }
        return shown;
    }

    private static Code code(String text) {
        var written = new Code(text);
        written.addClassNames("small", "soft");
        return written;
    }
}
