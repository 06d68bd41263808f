package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.InstalmentRules;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Written;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a year is paid month by month, where it is. */
final class InstalmentFields {

    private static final String RUBRIC = "instalments";
    private static final int MONTHS = 12;

    private final CheckField offered = new CheckField(RUBRIC, say("offered"));
    private final Map<String, TextField> numbers = new LinkedHashMap<>();
    private final Map<String, TextField> amounts = new LinkedHashMap<>();
    private final TextField days = text("days", "5, 10, 15").help(say("days.help"));
    private final Choice<Integer> first = new Choice<>(
            RUBRIC + "-first-month",
            say("first-month"),
            IntStream.rangeClosed(0, MONTHS).boxed().toList(),
            InstalmentFields::month);

    InstalmentFields(@Nullable InstalmentRules now) {
        offered.initially(now != null);
        // what a utility that offers no plans yet finds in the fields
        var rules = now == null ? InstalmentRules.usual() : now;
        days.initially(rules.days().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        var month = rules.firstMonth();
        first.initially(month == null ? 0 : month);
        number("number", rules.number());
        number("cut-off-days", rules.cutOffDays());
        number("extra-instalments", rules.extraInstalments());
        number("returns-allowed", rules.returnsAllowed());
        amount("minimum", rules.minimum().value()).help(say("minimum.help"));
        amount("settle-below", rules.settleBelow().value()).help(say("settle-below.help"));
    }

    Div all(CheckField online) {
        var when = new FieldGroup(
                I18NProvider.translate("staff.instalments"),
                offered,
                online,
                field("number"),
                days,
                first,
                field("cut-off-days"));
        var howMuch = new FieldGroup(
                say("amounts"),
                field("minimum"),
                field("settle-below"),
                field("extra-instalments"),
                field("returns-allowed"));
        var both = new Div(when, howMuch);
        both.addClassNames("grid", "even");
        return both;
    }

    boolean isOffered() {
        return offered.isTicked();
    }

    Map<String, Field> at() {
        var fields = new LinkedHashMap<String, Field>();
        numbers.forEach((name, field) -> fields.put(RUBRIC + "." + name, field));
        amounts.forEach((name, field) -> fields.put(RUBRIC + "." + name, field));
        fields.put(RUBRIC + ".days", days);
        fields.put(RUBRIC + ".first-month", first);
        return fields;
    }

    void into(ConfigurationEdit edit) {
        if (!isOffered()) {
            edit.without(RUBRIC);
            return;
        }
        numbers.forEach((name, field) -> edit.with(RUBRIC + "." + name, number(field.value())));
        amounts.forEach((name, field) -> edit.with(RUBRIC + "." + name, Euros.written(field.value())));
        edit.with(RUBRIC + ".days", daysTyped());
        if (first.value() == 0) {
            edit.without(RUBRIC + ".first-month");
        } else {
            edit.with(RUBRIC + ".first-month", first.value());
        }
    }

    private TextField field(String name) {
        return Objects.requireNonNull(numbers.containsKey(name) ? numbers.get(name) : amounts.get(name));
    }

    private List<Object> daysTyped() {
        return Arrays.stream(days.value().split("[,; ]+"))
                .filter(day -> !day.isBlank())
                .map(InstalmentFields::number)
                .toList();
    }

    private void number(String name, int now) {
        numbers.put(name, text(name, "").attribute("inputmode", "numeric").initially(String.valueOf(now)));
    }

    private TextField amount(String name, String now) {
        var field = text(name, "").attribute("inputmode", "decimal").initially(now.replace('.', ','));
        amounts.put(name, field);
        return field;
    }

    private static TextField text(String name, String now) {
        return TextField.text(RUBRIC + "-" + name, say(name))
                .autocomplete("off")
                .initially(now)
                .required();
    }

    private static Object number(String typed) {
        var digits = typed.strip();
        return digits.matches("\\d{1,6}") ? Integer.valueOf(digits) : digits;
    }

    private static String month(int month) {
        return month == 0
                ? say("first-month.any")
                : Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, Written.language());
    }

    private static String say(String key) {
        return I18NProvider.translate("staff.instalments." + key);
    }
}
