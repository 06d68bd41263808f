package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.tenantconfig.LoginMethod;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Field;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How subscribers sign in, what the portal offers them and where, when they may send a reading and when it is doubted,
 * what is too little to be asked for, and what comparable dwellings use.
 */
@Route(value = Sections.HOME + "/services", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class PracticeView extends SectionPage {

    private final transient ClosingFranceConnect closing;

    PracticeView(PortalConfiguration configuration, SignedInStaff signedIn, ClosingFranceConnect closing) {
        super("staff.section.services", configuration, signedIn);
        this.closing = closing;
    }

    @Override
    Optional<Notice> warning(String now, String then) {
        return closing.warning(now, then);
    }

    // one form: a change of one part must not lose what was typed in another
    @Override
    Component content(TenantConfig now, String yaml) {
        var features = new Ticks<>("features", Feature.class, now.features());
        var login = new Ticks<>("login", LoginMethod.class, now.login());
        var readings = new ReadingFields(now.readings());
        var small = new SmallAmountField(now.payments());
        var dwellings = new DwellingLines(now.comparableDwellings());
        var hosts = Lines.field("hosts", say("staff.hosts.which"), now.hosts()).help(say("staff.hosts.help"));
        var fields = new LinkedHashMap<String, Field>(
                Map.of("features", features.first(), "login", login.first(), "hosts", hosts));
        fields.putAll(readings.at());
        fields.putAll(small.at());
        fields.putAll(dwellings.at());
        var both = new Div(
                new Div(features.group(), login.group(), small.group()),
                new Div(readings.group(), dwellings.group(), new FieldGroup(say("staff.hosts"), hosts)));
        both.addClassNames("grid", "even");
        var form = new Form(both, Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> {
            readings.unread().ifPresent(sentence -> form.refuse(readings.windows(), sentence));
            dwellings.unread().ifPresent(sentence -> form.refuse(dwellings.field(), sentence));
            if (form.isAccepted()) {
                compare(
                        form,
                        written(now, hosts, features::into, login::into, readings::into, small::into, dwellings::into),
                        fields);
            }
        });
        return new Card(form);
    }

    @SafeVarargs
    private String written(TenantConfig now, TextField hosts, Consumer<ConfigurationEdit>... parts) {
        var edit = new ConfigurationEdit(yaml());
        for (var part : parts) {
            part.accept(edit);
        }
        if (!Lines.of(hosts).equals(now.hosts())) {
            edit.with("hosts", Lines.of(hosts));
        }
        return edit.yaml();
    }
}
