package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.Payments;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import java.util.Map;

/** Below which amount nothing is asked for by itself. */
final class SmallAmountField {

    private static final String PATH = "payments.carry-below";

    private final TextField amount;
    private final String before;

    SmallAmountField(Payments now) {
        var carryBelow = now.carryBelow();
        before = carryBelow == null ? "" : carryBelow.value().replace('.', ',');
        amount = TextField.text("payments-carry-below", say("staff.payments.carry-below"))
                .attribute("inputmode", "decimal")
                .help(say("staff.payments.carry-below.help", Payments.MOST_CARRIED))
                .initially(before);
    }

    FieldGroup group() {
        return new FieldGroup(say("staff.payments.small"), amount);
    }

    Map<String, Field> at() {
        return Map.of(PATH, amount);
    }

    void into(ConfigurationEdit edit) {
        var typed = amount.value().strip();
        if (typed.equals(before)) {
            return;
        }
        if (typed.isEmpty()) {
            edit.without(PATH);
        } else {
            edit.with(PATH, TypedAmount.written(typed));
        }
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
