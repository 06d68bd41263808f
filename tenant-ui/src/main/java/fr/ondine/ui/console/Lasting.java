package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.ui.shell.Looking;
import java.time.Duration;

/** The part of a page that tells of something that lasts: it looks again and again how far that is, until it is over. */
abstract class Lasting extends Div {

    private final Paragraph doing;
    private final Paragraph since = new Paragraph();
    private final Looking looking;
    private final long begun = System.nanoTime();

    Lasting(String sentence, int pollMilliseconds) {
        looking = Looking.from(this, pollMilliseconds, this::look);
        addClassNames("notice", "work");
        getElement().setAttribute("role", "status");
        doing = new Paragraph(sentence);
        doing.addClassName("busy");
        add(doing, silent(since));
    }

    /** Looks how far it is. */
    abstract void look();

    /** What changes all the time is not read out. */
    static <C extends Component> C silent(C told) {
        told.getElement().setAttribute("aria-hidden", "true");
        return told;
    }

    final void doing(String sentence) {
        doing.setText(sentence);
    }

    /** Tells for how long it has lasted, in the words of that key. */
    final void since(String key) {
        since.setText(Words.text(key, lasted().toSeconds()));
    }

    final Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Looks no more, and leaves the page to what came of it. */
    final void over() {
        looking.stop();
        removeFromParent();
    }
}
