package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;

/** The whole configuration as the text that operators edit too. */
@Route(value = Sections.HOME + "/texte", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class TextView extends SectionPage {

    private final transient ClosingFranceConnect closing;

    TextView(PortalConfiguration configuration, SignedInStaff signedIn, ClosingFranceConnect closing) {
        super("staff.section.texte", configuration, signedIn);
        this.closing = closing;
    }

    @Override
    Optional<Notice> warning(String now, String then) {
        return closing.warning(now, then);
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        var text =
                TextField.code("yaml", say("staff.text.yaml")).initially(yaml).required();
        var form = new Form(text, Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> compare(form, Lines.text(text) + "\n", Map.of()));
        return new Card(new Paragraph(say("staff.text.what")), form);
    }
}
