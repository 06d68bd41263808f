package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Something to know before going on: a first sentence in bold, then what to do. */
public class Notice extends Div {

    /**
     * What was pressed may be gone or far below: then the answer takes the focus, else it only comes into view. What was just
     * hidden holds the focus until the browser has drawn the page.
     */
    private static final String SHOWN = """
            setTimeout(() => {
              const held = document.activeElement;
              if (!held || held === document.body || !held.getClientRects().length) { this.focus(); } else { this.scrollIntoView({block: 'nearest'}); }
            })""";

    public Notice(Tone tone, String title, Component... content) {
        addClassNames("notice", tone.className());
        add(sentence(title));
        add(content);
    }

    public Notice(Tone tone, String title, String text) {
        this(tone, title, sentence(text));
    }

    /** A notice of one sentence, not in bold. */
    public static Notice plain(Tone tone, String text) {
        var notice = new Notice(tone, text);
        notice.addClassName("plain");
        return notice;
    }

    private static Paragraph sentence(String text) {
        return text.contains("@") ? new Paragraph(Definitions.written(text)) : new Paragraph(text);
    }

    /** Reads it out and shows it when it appears, because it answers what the person just did. */
    public Notice announced() {
        getElement()
                .setAttribute("role", "status")
                .setAttribute("tabindex", "-1")
                .executeJs(SHOWN);
        return this;
    }
}
