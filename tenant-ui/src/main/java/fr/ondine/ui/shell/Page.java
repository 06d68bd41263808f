package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page of the portal: one heading, the same in the window's title, and its content. */
public abstract class Page extends Div implements HasDynamicTitle {

    private String title;
    private final H1 heading;
    private Component head;

    /** A page whose heading is the text of {@code titleKey}. */
    protected Page(String titleKey, Object... arguments) {
        this.title = getTranslation(titleKey, arguments);
        this.heading = new H1(title);
        this.head = heading;
        add(head);
    }

    /** The text of a key, for the page's own sentences. */
    protected final String say(String key, Object... arguments) {
        return getTranslation(key, arguments);
    }

    /** The heading of a page that learns only on arrival what it is about. */
    protected final void entitle(String sentence) {
        title = sentence;
        heading.setText(sentence);
    }

    /** Says something warmer on the page than in the window's title. */
    protected final void greet(String sentence) {
        heading.setText(sentence);
    }

    /** Puts something at the other end of the heading: a switch, a link. */
    protected final void beside(Component aside) {
        head.removeFromParent();
        var both = new Div(heading, aside);
        both.addClassNames("row", "spread", "head");
        head = both;
        addComponentAsFirst(head);
    }

    /** Takes everything off the page but its heading, and what stands beside that. */
    protected final void clear() {
        removeAll();
        add(head);
    }

    /** A page of one column no wider than a form. */
    protected final void narrow() {
        addClassName("narrow");
    }

    /** Two columns, the first one wider; one under the other where the screen is not wide enough. */
    public static Div columns(Component wider, Component other) {
        var grid = new Div(wider, other);
        grid.addClassName("grid");
        return grid;
    }

    /** The same where the narrower one comes first to who reads and tabs, and above the other on a phone: what is done with a long list. */
    protected static Div columnsBehind(Component first, Component wider) {
        var grid = columns(first, wider);
        grid.addClassName("narrow-first");
        return grid;
    }

    /** Puts the focus where the page goes on, for who does not see that something came or went. */
    public static void focus(Component part) {
        part.getElement().setAttribute("tabindex", "-1").executeJs("setTimeout(() => this.focus())");
    }

    /** Into a field that came in the place of what was pressed. */
    public static void focusField(Component field) {
        field.getElement().executeJs("setTimeout(() => this.querySelector('input, select, textarea')?.focus())");
    }

    /** Cards under each other. */
    public static Div column(Component... cards) {
        var column = new Div(cards);
        column.addClassName("column");
        return column;
    }

    /** Things beside each other, which wrap. */
    protected static Div row(Component... content) {
        var row = new Div(content);
        row.addClassName("row");
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.window", title);
    }
}
