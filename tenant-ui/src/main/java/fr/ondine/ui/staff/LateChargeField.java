package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.LateCharges;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import java.util.Map;

/** Whether late sewerage charges may be increased. */
final class LateChargeField {

    private static final String PATH = "late-charges";

    private final CheckField sewerage;

    LateChargeField(LateCharges now) {
        sewerage = new CheckField("late-sewerage", I18NProvider.translate("staff.late-charges.sewerage"))
                .initially(now.sewerage());
    }

    FieldGroup group() {
        return new FieldGroup(I18NProvider.translate("staff.late-charges"), sewerage);
    }

    Map<String, Field> at() {
        return Map.of(PATH + ".sewerage", sewerage);
    }

    void into(ConfigurationEdit edit) {
        if (sewerage.isTicked()) {
            edit.with(PATH + ".sewerage", true);
        } else {
            edit.without(PATH);
        }
    }
}
