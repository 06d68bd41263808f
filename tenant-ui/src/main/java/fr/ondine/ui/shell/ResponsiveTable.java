package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** A table that is a list of cards on a phone, where each value says the name of its column. */
public class ResponsiveTable extends Div {

    private final NativeTable table = new NativeTable();
    private final NativeTableRow head = new NativeTableRow();
    private final List<Column> columns = new ArrayList<>();

    public ResponsiveTable() {
        addClassName("table");
        role(table, "table");
        role(table.getHead(), "rowgroup");
        role(table.getBody(), "rowgroup");
        role(head, "row");
        table.getHead().add(head);
        add(table);
    }

    public ResponsiveTable caption(String sentence) {
        table.setCaptionText(sentence);
        return this;
    }

    public ResponsiveTable column(String name) {
        return column(new Column(name, false));
    }

    /** A column of figures, aligned at their end. */
    public ResponsiveTable endColumn(String name) {
        return column(new Column(name, false, "end"));
    }

    /** A column whose value heads the card on a phone: an amount. */
    public ResponsiveTable keyColumn(String name) {
        return column(new Column(name, false, "end", "key"));
    }

    /** A column of buttons or links, whose name is only for screen readers. */
    public ResponsiveTable actionColumn(String name) {
        return column(new Column(name, true));
    }

    public ResponsiveTable row(String... values) {
        var cells = new Component[values.length];
        for (var index = 0; index < values.length; index++) {
            cells[index] = new Span(values[index]);
        }
        return row(cells);
    }

    /** One cell for each column, in their order. */
    public ResponsiveTable row(Component... cells) {
        var row = new NativeTableRow();
        role(row, "row");
        for (var index = 0; index < cells.length; index++) {
            row.add(cell(columns.get(index), cells[index]));
        }
        table.getBody().add(row);
        return this;
    }

    private ResponsiveTable column(Column column) {
        columns.add(column);
        var cell = new NativeTableHeaderCell();
        var name = new Span(column.name());
        if (column.isAction()) {
            name.addClassName("visually-hidden");
        }
        cell.add(name);
        cell.getElement().setAttribute("scope", "col");
        role(cell, "columnheader");
        cell.addClassNames(column.classNames());
        head.add(cell);
        return this;
    }

    private static NativeTableCell cell(Column column, Component content) {
        var cell = new NativeTableCell(content);
        role(cell, "cell");
        cell.addClassNames(column.classNames());
        if (!column.isAction()) {
            cell.getElement().setAttribute("data-label", column.name());
        }
        return cell;
    }

    /** Said again, because a browser forgets what a table is once it is shown as a list. */
    private static void role(Component part, String role) {
        part.getElement().setAttribute("role", role);
    }

    private record Column(String name, boolean isAction, String... classNames) {}
}
