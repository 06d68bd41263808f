package fr.ondine.platform.notifications;

import fr.ondine.platform.identity.AccountAlreadyExists;
import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.EmailChangeRequested;
import fr.ondine.platform.identity.EmailChanged;
import fr.ondine.platform.identity.PasswordChanged;
import fr.ondine.platform.identity.PasswordResetRequested;
import fr.ondine.platform.identity.SignInMethodChanged;
import fr.ondine.platform.staff.StaffCredentialChanged;
import fr.ondine.platform.staff.StaffCredentialChanged.What;
import fr.ondine.platform.staff.StaffInvited;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the owner of an account is told, and the links that only the owner of a mailbox may follow. */
@Component
class AccountLetters {

    private final Outbox outbox;
    private final PortalLinks links;

    AccountLetters(Outbox outbox, PortalLinks links) {
        this.outbox = outbox;
        this.links = links;
    }

    @EventListener
    void on(ActivationRequested event) {
        var name = switch (event.reason()) {
            case SIGN_UP -> "activation";
            case CLAIM -> "activation-after-claim";
            case INVITATION -> "invitation";
            case FRANCE_CONNECT -> "activation-by-franceconnect";
        };
        outbox.put(
                Letter.of(name, event.email(), event.expiresAt(), event.name().full())
                        .leadingTo(links.to("/activation", event.token().value())));
    }

    @EventListener
    void on(StaffInvited event) {
        outbox.put(Letter.of("staff-invitation", event.email(), event.name(), event.expiresAt())
                .leadingTo(links.to("/gestion/invitation", event.token().value())));
    }

    @EventListener
    void on(StaffCredentialChanged event) {
        var letter = event.what() == What.PASSWORD ? "staff-password-changed" : "staff-factor-changed";
        outbox.put(Letter.of(letter, event.email(), event.name()).leadingTo(links.to("/gestion/connexion")));
    }

    @EventListener
    void on(AccountAlreadyExists event) {
        var name = event.identified() ? "account-exists-franceconnect" : "account-exists";
        outbox.put(Letter.of(name, event.email()).leadingTo(links.to("/connexion")));
    }

    @EventListener
    void on(PasswordResetRequested event) {
        outbox.put(Letter.of("password-reset", event.email(), event.expiresAt())
                .leadingTo(links.to("/nouveau-mot-de-passe", event.token().value())));
    }

    @EventListener
    void on(PasswordChanged event) {
        outbox.put(Letter.of("password-changed", event.email()).leadingTo(links.to("/mot-de-passe-oublie")));
    }

    @EventListener
    void on(SignInMethodChanged event) {
        var letter = switch (event.what()) {
            case FRANCE_CONNECT_LINKED -> "franceconnect-linked";
            case FRANCE_CONNECT_UNLINKED -> "franceconnect-unlinked";
            case PASSWORD_REMOVED -> "password-removed";
        };
        outbox.put(Letter.of(letter, event.email()).leadingTo(links.to("/mot-de-passe-oublie")));
    }

    @EventListener
    void on(EmailChangeRequested event) {
        outbox.put(Letter.of("email-change", event.newEmail(), event.expiresAt())
                .leadingTo(links.to("/nouvelle-adresse", event.token().value())));
    }

    @EventListener
    void on(EmailChanged event) {
        outbox.put(Letter.of("email-changed", event.oldEmail(), event.newEmail().masked(), event.undoUntil())
                .leadingTo(links.to("/adresse-retablie", event.undoToken().value())));
    }

    @EventListener
    void on(AccountDeleted event) {
        outbox.put(Letter.of("account-deleted", event.email()));
    }
}
