package fr.ondine.ui.welcome;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.notifications.ContactForm;
import fr.ondine.platform.notifications.ContactMessage;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;

/** Writes to the utility, signed in or not. */
@Route(value = "contact", layout = PublicLayout.class)
@AnonymousAllowed
class ContactView extends Page implements BeforeEnterObserver {

    private final transient ContactForm contact;
    private final transient TenantConfig utility;
    private final TextField name = TextField.text("nom", say("welcome.form.name"))
            .autocomplete("name")
            .required()
            .explains("contact.name-missing", "contact.name-too-long");
    private final TextField email = TextField.email("email", say("welcome.form.email"))
            .help(say("welcome.form.email.help"))
            .required()
            .explains("kernel.invalid-email");
    private final TextField phone = TextField.text("telephone", say("welcome.form.phone"))
            .autocomplete("tel")
            .attribute("inputmode", "tel")
            .explains("contact.phone-too-long");
    private final TextField subject = TextField.text("objet", say("welcome.form.subject"))
            .required()
            .explains("contact.subject-missing", "contact.subject-too-long");
    private final TextField message = TextField.paragraphs("message", say("welcome.form.message"))
            .help(say("welcome.form.message.help"))
            .required()
            .explains("contact.message-missing", "contact.message-too-long");
    private final Card card = new Card();

    ContactView(ContactForm contact, Tenants tenants) {
        super("welcome.form.title", tenants.current().words().contactTitle());
        this.contact = contact;
        this.utility = tenants.current();
        var form = new Form(name, email, phone, subject, message, Button.submit(say("welcome.form.send")));
        card.add(new Paragraph(Written.typeset(utility.publicTexts().contact())), form.onSubmit(this::send));
        add(columns(column(card), column(new ContactCard(utility))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!utility.offers(Feature.CONTACT_FORM)) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void send() {
        var sent = new ContactMessage(
                name.value(), new EmailAddress(email.value()), phone.value(), subject.value(), message.value());
        contact.send(sent, SignedIn.visitor());
        card.removeAll();
        card.add(new Notice(
                        Tone.GOOD,
                        say("welcome.form.sent"),
                        say("welcome.form.sent.next", sent.email().value()))
                .announced());
        card.add(new Anchor("/", say("welcome.form.home")));
    }
}
