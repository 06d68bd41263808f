package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.DomainException;
import java.util.function.Consumer;

/**
 * A new password, typed twice: a subscriber's, or that of somebody who works here. How many characters are missing is
 * said while it is typed, by the browser; what is typed goes nowhere before the field is left.
 */
public final class NewPasswordFields extends Div {

    private static final String TYPED = "event.target.value";

    private final TextField chosen;
    private final Paragraph judged = new Paragraph();

    /** {@code least} is how many characters it must have at least. */
    public NewPasswordFields(String labelKey, int least) {
        chosen = TextField.password("new-password", getTranslation(labelKey), "new-password")
                .help(getTranslation("shell.new-password.help", least))
                .required()
                .explains(
                        "identity.password-too-short",
                        "identity.password-too-long",
                        "identity.password-too-guessable",
                        "identity.password-too-common",
                        "factors.password-too-short",
                        "factors.password-too-long",
                        "factors.password-too-guessable",
                        "factors.password-too-common");
        var again = TextField.password("new-password-again", getTranslation("shell.new-password.again"), "new-password")
                .required()
                .repeats(chosen, getTranslation("shell.new-password.differs"));
        addClassName("new-password");
        add(chosen, counted(least), judged, again);
        status(judged);
        judged.addClassName("judged");
    }

    /** Says, once the field is left with enough characters, whether it does: by the rule that will be asked in the end. */
    public NewPasswordFields judgedBy(int least, Consumer<String> rule) {
        chosen.control()
                .addEventListener(
                        "change", left -> judge(left.getEventData().get(TYPED).asString(), rule))
                .addEventData(TYPED)
                .setFilter("[..." + TYPED + "].length >= " + least);
        return this;
    }

    public String value() {
        return chosen.value();
    }

    /** Under which name the browser posts it, where it does. */
    public void sentAs(String name) {
        chosen.attribute("name", name);
    }

    private void judge(String typed, Consumer<String> rule) {
        chosen.accept();
        try {
            rule.accept(typed);
            say("good", getTranslation("shell.new-password.strong"));
        } catch (DomainException refused) {
            say("warn", Texts.refusal(refused));
        }
    }

    private void say(String tone, String sentence) {
        judged.setText(sentence);
        judged.getElement().setAttribute("data-tone", tone);
    }

    /** Filled by the browser alone. */
    private Paragraph counted(int least) {
        var counted = new Paragraph();
        status(counted);
        counted.addClassName("counted");
        counted.getElement()
                .setAttribute("data-least", String.valueOf(least))
                .setAttribute("data-missing", getTranslation("shell.new-password.missing"))
                .setAttribute("data-last", getTranslation("shell.new-password.last"))
                .setAttribute("data-enough", getTranslation("shell.new-password.enough"));
        return counted;
    }

    private static void status(Paragraph part) {
        part.getElement().setAttribute("role", "status");
    }
}
