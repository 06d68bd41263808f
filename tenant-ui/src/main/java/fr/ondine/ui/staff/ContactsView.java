package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.Contact.Phone;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hours, phones, address, e-mail and site of the utility, and the words that welcome at its portal. */
@Route(value = Sections.HOME + "/contacts", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class ContactsView extends SectionPage {

    private static final String SEPARATOR = " = ";
    private static final List<String> PARTS = List.of("label", "number", "note");

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
        var phones = Lines.field(
                        "phones",
                        say("staff.contacts.phones"),
                        written(now.contact().phones()))
                .help(say("staff.contacts.phones.help"));
        var emergency = TextField.text("emergency", say("staff.contacts.emergency"))
                .help(say("staff.contacts.emergency.help"))
                .initially(String.join(
                        "", written(Stream.ofNullable(now.contact().emergency()).toList())));
        var website = TextField.text("website", say("staff.contacts.website"))
                .initially(now.contact().website().toString())
                .required();
        var form = new Form(
                welcome,
                service,
                hours,
                phones,
                emergency,
                address,
                email,
                website,
                Button.submit(say("staff.configuration.compare")));
        form.onSubmit(() -> compare(
                form,
                withEmergency(emergency.value())
                        .with(
                                "contact.phones",
                                Lines.of(phones).stream()
                                        .map(ContactsView::phone)
                                        .toList())
                        .with("public-texts.welcome", Lines.text(welcome))
                        .with("contact.service-name", service.value())
                        .with("contact.opening-hours", Lines.of(hours))
                        .with("contact.postal-address", Lines.of(address))
                        .with("contact.email", email.value())
                        .with("contact.website", website.value())
                        .yaml(),
                Map.of(
                        "public-texts.welcome", welcome,
                        "contact.phones", phones,
                        "contact.emergency", emergency,
                        "contact.service-name", service,
                        "contact.opening-hours", hours,
                        "contact.postal-address", address,
                        "contact.email", email,
                        "contact.website", website)));
        return now.contact().emergency() == null
                ? new Card(Notice.plain(Tone.WARN, say("staff.contacts.emergency.missing")), form)
                : new Card(form);
    }

    private ConfigurationEdit withEmergency(String typed) {
        var edit = new ConfigurationEdit(yaml());
        return typed.isBlank() ? edit.without("contact.emergency") : edit.with("contact.emergency", phone(typed));
    }

    private static List<String> written(List<Phone> phones) {
        return phones.stream()
                .map(phone -> Stream.of(phone.label(), phone.number().toString(), phone.note())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(SEPARATOR)))
                .toList();
    }

    private static Map<String, String> phone(String line) {
        var parts = line.split(SEPARATOR.strip(), PARTS.size());
        var phone = new LinkedHashMap<String, String>();
        for (var at = 0; at < parts.length; at++) {
            phone.put(PARTS.get(at), parts[at].strip());
        }
        return phone;
    }
}
