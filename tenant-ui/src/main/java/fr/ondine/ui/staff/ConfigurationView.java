package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** The configuration of the portal: its parts, what only operators change, and the versions that were in force. */
@Route(value = Sections.HOME, layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class ConfigurationView extends Page {

    private final transient PortalConfiguration configuration;
    private final transient SignedInStaff signedIn;
    private final transient ClosingFranceConnect closing;
    private final Div told = new Div();

    ConfigurationView(PortalConfiguration configuration, SignedInStaff signedIn, ClosingFranceConnect closing) {
        super("staff.configuration.title");
        this.configuration = configuration;
        this.signedIn = signedIn;
        this.closing = closing;
        show();
    }

    private void show() {
        clear();
        add(column(
                new Sections(Sections.HOME),
                told,
                new VersionsCard(configuration, signedIn.get(), closing, this::changed),
                operators()));
    }

    private Card operators() {
        var now = TenantConfigReader.read(configuration.inForce(signedIn.get()).yaml());
        return new Card(
                say("staff.operators"),
                new Paragraph(say("staff.operators.what")),
                new Definitions()
                        .wide()
                        .with(say("staff.operators.slug"), now.slug())
                        .with(
                                say("staff.operators.hosts"),
                                String.join(", ", configuration.platformNames(signedIn.get()))),
                new Paragraph(new Anchor("/", say("staff.configuration.portal"))));
    }

    private void changed(String sentence) {
        show();
        told.removeAll();
        told.add(Notice.plain(Tone.GOOD, sentence).announced());
    }
}
