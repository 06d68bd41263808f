package fr.ondine.ui.staff;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.InvoiceMails;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.TextField;
import java.util.Map;

/** What subscribers are told of their invoices. */
final class InvoiceMailFields {

    private static final String PATH = "invoice-mails";

    private final CheckField issued;
    private final TextField days;

    InvoiceMailFields(InvoiceMails now) {
        issued = new CheckField("invoice-mails-issued", say("staff.invoice-mails.issued")).initially(now.issued());
        days = TextField.digits("invoice-mails-days", say("staff.invoice-mails.days"))
                .help(say("staff.invoice-mails.days.help"))
                .initially(String.valueOf(now.dueSoonDays()));
    }

    FieldGroup group() {
        return new FieldGroup(say("staff.invoice-mails"), issued, days);
    }

    Map<String, Field> at() {
        return Map.of(PATH + ".issued", issued, PATH + ".due-soon-days", days);
    }

    void into(ConfigurationEdit edit) {
        var typed = WholeNumbers.written(days.value().isBlank() ? "0" : days.value());
        if (!issued.isTicked() && typed.equals(0)) {
            edit.without(PATH);
        } else {
            edit.with(PATH + ".issued", issued.isTicked()).with(PATH + ".due-soon-days", typed);
        }
    }

    private static String say(String key) {
        return I18NProvider.translate(key);
    }
}
