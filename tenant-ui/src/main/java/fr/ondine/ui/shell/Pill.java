package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Span;

/** A state in two or three words: "Payée le 8 janvier 2025". */
public class Pill extends Span {

    public Pill(Tone tone, String text) {
        super(text);
        addClassNames("pill", tone.className());
    }
}
