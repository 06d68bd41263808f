package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.NumberForm;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import java.util.LinkedHashMap;
import java.util.Map;

/** One form of a number as it is being edited: its pattern and its example. */
record NumberFields(TextField pattern, TextField example, FieldGroup group) {

    /** The form in use, at the first place, or an older one, which may be left empty. */
    static NumberFields at(String kind, int place) {
        var pattern = field(kind + "-pattern-" + place, "staff.numbers.pattern");
        var example = field(kind + "-example-" + place, "staff.numbers.example");
        if (place > 1) {
            return new NumberFields(pattern, example, group("staff.numbers.older", place - 1, pattern, example));
        }
        return new NumberFields(
                pattern.required(), example.required(), group("staff.numbers.current", place, pattern, example));
    }

    NumberFields holding(NumberForm form) {
        pattern.initially(form.pattern());
        example.initially(form.example());
        return this;
    }

    boolean isFilled() {
        return !written().isEmpty();
    }

    /** What is left empty is left out, so that it is said to be missing. */
    Map<String, String> written() {
        var form = new LinkedHashMap<String, String>();
        form.put("pattern", pattern.value().strip());
        form.put("example", example.value().strip());
        form.values().removeIf(String::isEmpty);
        return form;
    }

    private static FieldGroup group(String words, int place, TextField... fields) {
        return new FieldGroup(I18NProvider.translate(words, place), fields);
    }

    private static TextField field(String name, String label) {
        return TextField.text(name, I18NProvider.translate(label)).autocomplete("off");
    }
}
