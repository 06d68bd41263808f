package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.ui.configuration.ChoiceWords;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The choices of one rubric, of which any number is ticked. */
final class Ticks<E extends Enum<E>> {

    private final String path;
    private final Set<E> now;
    private final Map<E, CheckField> boxes;

    Ticks(String path, Class<E> all, List<E> now) {
        this.path = path;
        this.now = Set.copyOf(now);
        boxes = new EnumMap<>(all);
        Arrays.stream(all.getEnumConstants()).forEach(one -> boxes.put(one, box(one)));
    }

    private CheckField box(E one) {
        var code = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new CheckField(path + "-" + code, ChoiceWords.of(path, one)).initially(now.contains(one));
    }

    FieldGroup group() {
        return new FieldGroup(
                I18NProvider.translate("staff." + path), boxes.values().toArray(Component[]::new));
    }

    /** Where a refusal of the rubric is said. */
    Field first() {
        return boxes.values().iterator().next();
    }

    /** Writes what is ticked, unless it is what was: then the order stays too. */
    void into(ConfigurationEdit edit) {
        var ticked = boxes.entrySet().stream()
                .filter(box -> box.getValue().isTicked())
                .map(Map.Entry::getKey)
                .toList();
        if (!now.equals(Set.copyOf(ticked))) {
            edit.with(path, ticked);
        }
    }
}
