package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.FileId;
import fr.ondine.tenantconfig.Logo;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Name, slogan, mark, colour and logo of the utility, with their contrasts and their pages as they are being edited. */
@Route(value = BrandView.PATH, layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class BrandView extends SectionPage {

    static final String PATH = Sections.HOME + "/marque";

    private final transient Logos logos;
    private transient PreviewCard preview = new PreviewCard();
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
                .flatMap(UploadedLogo.REFUSALS::code)
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
        var fields = Map.of("name", name, "slogan", slogan, "brand.mark", mark, "brand.colour", colour);
        var contrasts = new ContrastCard().of(now.brand());
        form.onChange(
                () -> Optional.ofNullable(draft(form, edited(fields), fields)).ifPresent(draft -> {
                    contrasts.of(draft.brand());
                    signedIn.prepare(edited(fields));
                    preview.again();
                }));
        form.onSubmit(() -> compare(form, edited(fields), fields));
        signedIn.prepare(yaml);
        preview = new PreviewCard();
        return columns(new Card(form), column(logo(now.brand().logo()), contrasts));
    }

    @Override
    Optional<PreviewCard> standing() {
        return Optional.of(preview);
    }

    private String edited(Map<String, TextField> fields) {
        var edit = edit();
        fields.forEach((path, field) -> edit.with(path, field.value().strip()));
        return edit.yaml();
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
}
