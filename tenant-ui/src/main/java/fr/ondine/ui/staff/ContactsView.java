package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.StaffLayout;
import fr.ondine.ui.shell.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** Hours, address, e-mail and site of the utility, and the words that welcome at its portal. */
@Route(value = Sections.HOME + "/contacts", layout = StaffLayout.class)
@RolesAllowed("ADMINISTRATOR")
class ContactsView extends SectionPage {

    ContactsView(PortalConfiguration configuration, SignedInStaff signedIn) {
        super("staff.section.contacts", configuration, signedIn);
    }

    @Override
    Component content(TenantConfig now, String yaml) {
        var welcome = TextField.paragraphs("welcome", say("staff.contacts.welcome"))
                .initially(now.publicTexts().welcome())
                .required();
        var service = TextField.text("service", say("staff.contacts.service"))
                .initially(now.contact().serviceName())
                .required();
        var hours =
                Lines.field("hours", say("staff.contacts.hours"), now.contact().openingHours());
        var address = Lines.field(
                "address", say("staff.contacts.address"), now.contact().postalAddress());
        var email = TextField.email("email", say("staff.contacts.email"))
                .autocomplete("off")
                .initially(now.contact().email())
                .required();
        var website = TextField.text("website", say("staff.contacts.website"))
                .initially(now.contact().website().toString())
                .required();
        var form = new Form(
                welcome, service, hours, address, email, website, Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> compare(
                form,
                new ConfigurationEdit(yaml())
                        .with("public-texts.welcome", Lines.text(welcome))
                        .with("contact.service-name", service.value())
                        .with("contact.opening-hours", Lines.of(hours))
                        .with("contact.postal-address", Lines.of(address))
                        .with("contact.email", email.value())
                        .with("contact.website", website.value())
                        .yaml(),
                Map.of(
                        "public-texts.welcome", welcome,
                        "contact.service-name", service,
                        "contact.opening-hours", hours,
                        "contact.postal-address", address,
                        "contact.email", email,
                        "contact.website", website)));
        return new Card(form);
    }
}
