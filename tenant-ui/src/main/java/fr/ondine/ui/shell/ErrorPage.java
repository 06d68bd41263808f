package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Paragraph;

/** A page that could not be shown, said calmly, with what to do. */
abstract class ErrorPage extends Page {

    /** Below which the back office of a utility is. */
    static final String STAFF = "gestion";

    ErrorPage(String key) {
        super("shell.error." + key + ".title");
        narrow();
        tell("shell.error." + key + ".what", "/");
    }

    /** Says what to do, with the way home. */
    final void tell(String what, String home) {
        clear();
        add(new Card(
                new Paragraph(say(what)),
                ActionLink.primary(home, say("shell.error.home")).loaded()));
    }
}
