package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import java.util.OptionalInt;

/** One limit, typed as a whole number. */
final class LimitField extends Div {

    /** So many that each is still an integer, and no more a second than there are nanoseconds. */
    private static final int MOST_DIGITS = 9;

    private final TextField text;

    LimitField(String name, int now) {
        text = TextField.digits(name, Words.text("console.limits." + name))
                .initially(String.valueOf(now))
                .help(Words.text("console.limits." + name + ".help"))
                .required();
        add(text);
    }

    /** What was typed; spaces between the digits are those of a number that was copied. */
    OptionalInt value() {
        var digits = text.value().replaceAll("[\\s\\u00a0\\u202f]", "");
        return digits.matches("\\d{1," + MOST_DIGITS + "}")
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }

    boolean leavesNothing() {
        return value().orElse(0) < 1;
    }

    void refuseUnlessNumber(Form form) {
        if (value().isEmpty()) {
            refuse(form, Words.text("console.limits.number"));
        }
    }

    void refuse(Form form, String sentence) {
        form.refuse(text, sentence);
    }
}
