package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ReadingWindow;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Written;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Windows for readings as they are typed, one a line, the day before its month: {@code 15/5 - 15/6}. */
final class WindowLines {

    private static final String SEPARATOR = " - ";

    private WindowLines() {}

    static TextField field(String name, List<ReadingWindow> windows) {
        return Lines.optional(
                        name,
                        I18NProvider.translate("staff.readings.windows"),
                        windows.stream().map(WindowLines::shown).toList())
                .help(I18NProvider.translate("staff.readings.windows.help"));
    }

    /** The first line that is no window. */
    static Optional<String> unread(TextField field) {
        return Lines.of(field).stream().filter(line -> window(line).isEmpty()).findFirst();
    }

    /** The windows as a configuration has them. */
    static List<Map<String, String>> of(TextField field) {
        return Lines.of(field).stream().flatMap(line -> window(line).stream()).toList();
    }

    private static String shown(ReadingWindow window) {
        var writing = Written.here();
        return writing.typed(window.from()) + SEPARATOR + writing.typed(window.to());
    }

    private static Optional<Map<String, String>> window(String line) {
        var days = line.split(SEPARATOR.strip(), -1);
        return days.length == 2
                ? day(days[0]).flatMap(from -> day(days[1]).map(to -> window(from, to)))
                : Optional.empty();
    }

    private static Map<String, String> window(MonthDay from, MonthDay to) {
        var window = new LinkedHashMap<String, String>();
        window.put("from", kept(from));
        window.put("to", kept(to));
        return window;
    }

    private static String kept(MonthDay day) {
        return day.toString().replaceFirst("^--", "");
    }

    private static Optional<MonthDay> day(String typed) {
        return Written.here().monthDay(typed.strip());
    }
}
