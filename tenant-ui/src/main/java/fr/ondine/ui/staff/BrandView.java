package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.Brand;
import fr.ondine.tenantconfig.Colour;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.FileId;
import fr.ondine.tenantconfig.Logo;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Name, slogan, mark, colour and logo of the utility, with the contrast of what is in force. */
@Route(value = BrandView.PATH, layout = StaffLayout.class)
@RolesAllowed("ADMINISTRATOR")
class BrandView extends SectionPage {

    static final String PATH = Sections.HOME + "/marque";

    private final transient Logos logos;
    private String refusal = "";
    private transient Optional<Logo> sent = Optional.empty();

    BrandView(PortalConfiguration configuration, SignedInStaff signedIn, Logos logos) {
        super("staff.section.marque", configuration, signedIn);
        this.logos = logos;
    }

    @Override
    void arrived(BeforeEnterEvent arrival) {
        var address = arrival.getLocation().getQueryParameters();
        refusal = address.getSingleParameter("refus")
                .filter(UploadedLogo.REFUSALS::contains)
                .orElse("");
        sent = address.getSingleParameter("logo")
                .filter(FileId::isOne)
                .map(FileId::new)
                .flatMap(this::measured);
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
                .help(say("staff.brand.mark.help"))
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
                edit().with("name", name.value())
                        .with("slogan", slogan.value())
                        .with("brand.mark", mark.value())
                        .with("brand.colour", colour.value().strip())
                        .yaml(),
                Map.of("name", name, "slogan", slogan, "brand.mark", mark, "brand.colour", colour)));
        return columns(new Card(form), column(logo(now.brand().logo()), contrasts(now.brand())));
    }

    private LogoCard logo(@Nullable Logo now) {
        var card = new LogoCard();
        if (now != null) {
            card.with(now, () -> remove(card));
        }
        if (!refusal.isEmpty()) {
            card.refuse(refusal);
        } else if (sent.isPresent() && !sent.get().equals(now)) {
            compare(card, edit());
        }
        return card;
    }

    private void remove(LogoCard card) {
        sent = Optional.empty();
        compare(card, edit().without("brand.logo"));
    }

    private void compare(LogoCard card, ConfigurationEdit edit) {
        compare(card.form(), edit.yaml(), Map.of("brand.logo", card.image()));
    }

    /** What is in force, with the logo that was sent to be compared with it. */
    private ConfigurationEdit edit() {
        var edit = new ConfigurationEdit(yaml());
        sent.ifPresent(logo -> edit.with("brand.logo.file", logo.file().value())
                .with("brand.logo.width", logo.width())
                .with("brand.logo.height", logo.height()));
        return edit;
    }

    private Optional<Logo> measured(FileId file) {
        return logos.find(file.id()).map(image -> new Logo(file, image.width(), image.height()));
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
