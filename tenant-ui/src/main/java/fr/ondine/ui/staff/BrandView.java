package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.Brand;
import fr.ondine.tenantconfig.Colour;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** Name, slogan, mark and colour of the utility, with the contrast of what is in force. */
@Route(value = Sections.HOME + "/marque", layout = StaffLayout.class)
@RolesAllowed("ADMINISTRATOR")
class BrandView extends SectionPage {

    BrandView(PortalConfiguration configuration, SignedInStaff signedIn) {
        super("staff.section.marque", configuration, signedIn);
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        var name = TextField.text("name", say("staff.brand.name"))
                .initially(now.name())
                .required();
        var slogan = TextField.text("slogan", say("staff.brand.slogan"))
                .initially(now.slogan())
                .required();
        var mark = TextField.text("mark", say("staff.brand.mark"))
                .attribute("maxlength", "2")
                .initially(now.brand().mark())
                .required();
        var colour = TextField.text("colour", say("staff.brand.colour"))
                .help(say("staff.brand.colour.help"))
                .attribute("maxlength", "7")
                .initially(now.brand().colour().hex())
                .required();
        var form = new Form(name, slogan, mark, colour, Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> compare(
                form,
                new ConfigurationEdit(yaml())
                        .with("name", name.value())
                        .with("slogan", slogan.value())
                        .with("brand.mark", mark.value())
                        .with("brand.colour", colour.value().strip())
                        .yaml(),
                Map.of("name", name, "slogan", slogan, "brand.mark", mark, "brand.colour", colour)));
        return columns(new Card(form), contrasts(now.brand()));
    }

    private Card contrasts(Brand brand) {
        return new Card(
                say("staff.brand.contrast"),
                new Definitions()
                        .wide()
                        .with(say("staff.brand.light"), sample(brand.colour(), Colour.WHITE))
                        .with(say("staff.brand.soft"), sample(brand.colour(), brand.soft()))
                        .with(say("staff.brand.button"), sample(brand.onColour(), brand.colour()))
                        .with(say("staff.brand.dark"), sample(brand.dark(), brand.onDark())));
    }

    private Component sample(Colour ink, Colour paper) {
        var shown = new Span(say("staff.brand.sample"));
        shown.addClassName("sample");
        shown.getStyle().set("color", ink.hex()).set("background", paper.hex());
        var ratio = Written.here().oneDecimal(ink.contrastWith(paper));
        return new Div(shown, new Span(" " + say("staff.brand.ratio", ratio)));
    }
}
