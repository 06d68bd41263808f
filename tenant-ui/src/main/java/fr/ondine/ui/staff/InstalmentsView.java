package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Form;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;

/** Whether a year may be paid month by month, and how such plans are made. */
@Route(value = Sections.HOME + "/mensualisation", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class InstalmentsView extends SectionPage {

    InstalmentsView(PortalConfiguration configuration, SignedInStaff signedIn) {
        super("staff.section.mensualisation", configuration, signedIn);
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        var rules = new InstalmentFields(now.instalments());
        var online = new CheckField("instalments-online", say("staff.instalments.online"))
                .initially(now.offers(Feature.INSTALMENT_PLANS));
        var form = new Form(rules.all(online), Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> compare(form, written(now, rules, online.isTicked()), rules.at()));
        return new Card(form);
    }

    private String written(TenantConfig now, InstalmentFields rules, boolean online) {
        var edit = new ConfigurationEdit(yaml());
        rules.into(edit);
        var features = new ArrayList<>(now.features());
        features.remove(Feature.INSTALMENT_PLANS);
        if (online && rules.isOffered()) {
            features.add(Feature.INSTALMENT_PLANS);
        }
        if (!features.equals(now.features())) {
            edit.with("features", features);
        }
        return edit.yaml();
    }
}
