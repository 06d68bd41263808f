package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ComparableDwellings;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comparable dwellings use in a year, one postcode a line: {@code 57530 : 110}. */
final class DwellingLines {

    private static final String PATH = "comparable-dwellings";
    private static final String SEPARATOR = " : ";

    private final TextField lines;
    private final List<String> before;

    DwellingLines(List<ComparableDwellings> now) {
        before = now.stream()
                .map(one -> one.postcode() + SEPARATOR + one.cubicMetresAYear())
                .toList();
        lines = Lines.optional("comparable-dwellings", say("staff.dwellings.which"), before)
                .help(say("staff.dwellings.help"));
    }

    FieldGroup group() {
        return new FieldGroup(say("staff.dwellings"), lines);
    }

    TextField field() {
        return lines;
    }

    Map<String, Field> at() {
        return Map.of(PATH, lines);
    }

    /** What is wrong with the first line that names no postcode and no number. */
    Optional<String> unread() {
        return Lines.of(lines).stream()
                .filter(line -> parts(line).length != 2)
                .findFirst()
                .map(line -> say("staff.dwellings.unread", line));
    }

    void into(ConfigurationEdit edit) {
        var typed = Lines.of(lines);
        if (typed.equals(before)) {
            return;
        }
        if (typed.isEmpty()) {
            edit.without(PATH);
        } else {
            edit.with(PATH, typed.stream().map(DwellingLines::written).toList());
        }
    }

    private static Map<String, Object> written(String line) {
        var parts = parts(line);
        var dwellings = new LinkedHashMap<String, Object>();
        dwellings.put("postcode", parts[0].strip());
        dwellings.put("cubic-metres-a-year", WholeNumbers.written(parts[1]));
        return dwellings;
    }

    private static String[] parts(String line) {
        return line.split(SEPARATOR.strip(), -1);
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
