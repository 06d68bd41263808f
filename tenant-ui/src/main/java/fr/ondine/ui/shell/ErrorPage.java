package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Paragraph;

/** A page that could not be shown, said calmly, with what to do. */
abstract class ErrorPage extends Page {

    ErrorPage(String key) {
        super("shell.error." + key + ".title");
        narrow();
        add(new Card(
                new Paragraph(say("shell.error." + key + ".what")),
                ActionLink.primary("/", say("shell.error.home")).loaded()));
    }
}
