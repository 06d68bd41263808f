package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.ReadingRules;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When subscribers may send a reading, and from which consumption on it is doubted. */
final class ReadingFields {

    private static final String WINDOWS = "readings.windows";

    private final TextField windows;
    private final Map<String, TextField> percents = new LinkedHashMap<>();
    private final List<String> before;

    ReadingFields(ReadingRules now) {
        windows = WindowLines.field("readings-windows", now.windows());
        percent("readings.confirm-below-percent", now.confirmBelowPercent());
        percent("readings.confirm-above-percent", now.confirmAbovePercent());
        percent("readings.refuse-above-percent", now.refuseAbovePercent());
        before = typed();
    }

    private void percent(String path, int now) {
        var field = TextField.text(path.replace('.', '-'), say("staff." + path))
                .attribute("inputmode", "numeric")
                .initially(String.valueOf(now))
                .required();
        percents.put(path, field);
    }

    FieldGroup group() {
        var group = new FieldGroup(say("staff.readings"), windows);
        percents.values().forEach(group::add);
        return group;
    }

    TextField windows() {
        return windows;
    }

    /** What is wrong with the windows as they are typed. */
    Optional<String> unread() {
        return WindowLines.unread(windows).map(line -> say("staff.readings.windows.unread", line));
    }

    /** The fields by the values that they hold. */
    Map<String, Field> at() {
        var fields = new LinkedHashMap<String, Field>(percents);
        fields.put(WINDOWS, windows);
        return fields;
    }

    /** Writes all of them when one is another than it was: a group is written whole. */
    void into(ConfigurationEdit edit) {
        if (typed().equals(before)) {
            return;
        }
        percents.forEach((path, field) -> edit.with(path, WholeNumbers.written(field.value())));
        if (Lines.of(windows).isEmpty()) {
            edit.without(WINDOWS);
        } else {
            edit.with(WINDOWS, WindowLines.of(windows));
        }
    }

    private List<String> typed() {
        return Stream.concat(
                        percents.values().stream().map(field -> field.value().strip()), Lines.of(windows).stream())
                .toList();
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
