package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.Permission;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.ResponsiveTable;
import java.util.List;
import java.util.function.Consumer;

/** Utilities as rows: who, state, version, size, and what went wrong with a button to try again. */
final class UtilityTable extends ResponsiveTable {

    UtilityTable(CurrentOperator who, List<UtilitySummary> utilities, Consumer<UtilitySummary> retry) {
        addClassName("utilities");
        column(Words.text("console.column.utility"));
        column(Words.text("console.column.state"));
        column(Words.text("console.column.version"));
        column(Words.text("console.column.hosts"));
        endColumn(Words.text("console.column.agreements"));
        endColumn(Words.text("console.column.size"));
        endColumn(Words.text("console.column.activity"));
        actionColumn(Words.text("console.column.retry"));
        utilities.forEach(utility -> row(
                name(utility),
                Words.pill(utility.state()),
                Words.version(utility),
                new Span(String.join(", ", utility.hosts())),
                new Span(Words.number(utility.agreements())),
                new Span(Words.size(utility.bytes())),
                new Span(Words.day(utility.lastActivity())),
                action(who, utility, retry)));
    }

    private static Component name(UtilitySummary utility) {
        var name = utility.name().isBlank() ? utility.slug() : utility.name();
        var cell = new Div(new Anchor("/console/collectivites/" + utility.slug(), name));
        var slug = new Span(" " + utility.slug());
        slug.addClassNames("soft", "small");
        cell.add(slug);
        if (utility.lastError() != null) {
            var error = new Div(utility.lastError());
            error.addClassName("fault");
            cell.add(error);
        }
        return cell;
    }

    private static Component action(CurrentOperator who, UtilitySummary utility, Consumer<UtilitySummary> retry) {
        if (utility.lastError() == null || !who.may(Permission.OPERATE)) {
            return new Span();
        }
        var button = Button.secondary(Words.text("console.retry")).little().onPress(() -> retry.accept(utility));
        button.getElement().setAttribute("aria-label", Words.text("console.retry.of", utility.name()));
        return button;
    }
}
