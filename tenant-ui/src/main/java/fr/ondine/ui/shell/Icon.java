package fr.ondine.ui.shell;

import com.vaadin.flow.component.Html;

/** The few line drawings of the portal; decoration beside words, so hidden from screen readers. */
public enum Icon {
    HOME("M3 11l9-8 9 8v10h-6v-6H9v6H3z"),
    INVOICE("M5 3h14v18l-3-2-2 2-2-2-2 2-2-2-3 2zM8 8h8M8 12h8"),
    DROP("M12 3s7 7.5 7 12a7 7 0 0 1-14 0c0-4.500 7-12 7-12z"),
    REQUEST("M4 5h16v14H4zM8 10h8M8 14h5"),
    PERSON("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 5-6 8-6s7 1 8 6"),
    MAIL("M3 5h18v14H3zM3 6l9 7 9-7"),
    PHONE("M6 3h3l2 5-2.500 1.500a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"),
    DONE("M4 12l5 5L20 6"),
    WAIT("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    public Html small() {
        return drawn(24);
    }

    public Html large() {
        return drawn(48);
    }

    private Html drawn(int size) {
        return new Html("""
                <span aria-hidden="true"><svg width="%1$d" height="%1$d" viewBox="0 0 24 24" fill="none" \
                stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">\
                <path d="%2$s"/></svg></span>""".formatted(size, path));
    }
}
