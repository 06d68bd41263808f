package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.identity.ApplicationId;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;

/** Tells a person who signed up to look at their mail, in the same words whether the address was known or not. */
public final class MailSent extends Div {

    private final transient Registration registration;
    private final transient EmailAddress email;
    private final transient ApplicationId own;
    private final Div answer = new Div();

    public MailSent(Registration registration, NewAccount wanted) {
        this(registration, wanted.email(), wanted.as(), "identity.mail-sent.what");
    }

    /** To whoever came from FranceConnect, and is to come from there once more. */
    static MailSent toIdentified(Registration registration, EmailAddress email, ApplicationId own) {
        return new MailSent(registration, email, own, "identity.franceconnect.mail-sent.what");
    }

    /** To whoever brings an account of the portal before: the last of its three steps. */
    static MailSent toFormerSubscriber(Registration registration, NewAccount wanted) {
        return new MailSent(registration, wanted.email(), wanted.as(), "identity.old.step.3");
    }

    private MailSent(Registration registration, EmailAddress email, ApplicationId own, String next) {
        this.registration = registration;
        this.email = email;
        this.own = own;
        addClassName("stack");
        var heading = new H1(getTranslation("identity.mail-sent.title"));
        heading.getElement().setAttribute("tabindex", "-1").executeJs("this.focus()");
        add(
                heading,
                new Notice(Tone.GOOD, getTranslation("identity.mail-sent.where", email.value()), getTranslation(next)),
                new Card(
                        getTranslation("identity.mail-sent.nothing"),
                        new Paragraph(getTranslation("identity.mail-sent.nothing.why")),
                        Button.secondary(getTranslation("identity.mail-sent.again"))
                                .onPress(this::sendAgain),
                        answer));
    }

    private void sendAgain() {
        answer.removeAll();
        try {
            registration.resend(email, own, SignedIn.visitor());
            answer.add(Notice.plain(Tone.GOOD, getTranslation("identity.mail-sent.again.done"))
                    .announced());
        } catch (DomainException refusal) {
            answer.add(Notice.plain(Tone.WARN, Texts.refusal(refusal)).announced());
        }
    }
}
