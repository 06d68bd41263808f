package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;

/** Whether those who have not paid are reminded, when, how and in which words. */
@Route(value = Sections.HOME + "/relances", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class RemindersView extends SectionPage {

    private static final String PAUSE = "reminders.days-between";

    RemindersView(PortalConfiguration configuration, SignedInStaff signedIn) {
        super("staff.section.relances", configuration, signedIn);
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        var language = now.languages().getFirst();
        var first = new ReminderLevelFields(ReminderStep.REMINDER, now.reminders(), language);
        var notice = new ReminderLevelFields(ReminderStep.FORMAL_NOTICE, now.reminders(), language);
        var pause = TextField.digits("reminders-pause", say("staff.reminders.days-between"))
                .initially(String.valueOf(now.reminders().daysBetween()));
        var mails = new InvoiceMailFields(now.invoiceMails());
        var fields = new LinkedHashMap<String, Field>(first.at());
        fields.putAll(mails.at());
        var late = new LateChargeField(now.lateCharges());
        fields.putAll(late.at());
        fields.putAll(notice.at());
        fields.put(PAUSE, pause);
        var levels = new Div(first.group(), notice.group());
        levels.addClassNames("grid", "even");
        var form = new Form(
                new Paragraph(say("staff.reminders.what")),
                levels,
                new FieldGroup(say("staff.reminders.pause"), pause),
                late.group(),
                mails.group(),
                Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> compare(form, written(first, notice, pause, new Others(late, mails)), fields));
        return new Card(form);
    }

    private record Others(LateChargeField late, InvoiceMailFields mails) {}

    private String written(ReminderLevelFields first, ReminderLevelFields notice, TextField pause, Others others) {
        var edit = new ConfigurationEdit(yaml());
        others.late().into(edit);
        others.mails().into(edit);
        if (!first.isSent() && !notice.isSent()) {
            return edit.without("reminders").yaml();
        }
        first.into(edit);
        notice.into(edit);
        return edit.with(PAUSE, WholeNumbers.written(pause.value())).yaml();
    }
}
