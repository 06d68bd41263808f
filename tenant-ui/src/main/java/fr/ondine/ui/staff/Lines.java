package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.TextField;
import java.util.List;

/** A list that is typed one value a line. */
final class Lines {

    private Lines() {}

    static TextField field(String name, String label, List<String> values) {
        return optional(name, label, values).required();
    }

    static TextField optional(String name, String label, List<String> values) {
        return TextField.paragraphs(name, label)
                .attribute("rows", String.valueOf(Math.max(3, values.size() + 1)))
                .help(I18NProvider.translate("staff.lines.help"))
                .initially(String.join("\n", values));
    }

    static List<String> of(TextField field) {
        return field.value()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What was typed, with the line ends of a configuration: a browser sends those of a mail. */
    static String text(TextField field) {
        return field.value().replace("\r\n", "\n").strip();
    }
}
