package fr.ondine.platform.notifications;

import fr.ondine.platform.identity.AccountAlreadyExists;
import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.AddressRestored;
import fr.ondine.platform.identity.DeviceStolen;
import fr.ondine.platform.identity.EmailChangeRequested;
import fr.ondine.platform.identity.EmailChanged;
import fr.ondine.platform.identity.NewBrowser;
import fr.ondine.platform.identity.PasskeyChanged;
import fr.ondine.platform.identity.PasswordChanged;
import fr.ondine.platform.identity.PasswordResetRequested;
import fr.ondine.platform.identity.PersonalDataAsked;
import fr.ondine.platform.identity.SignInMethodChanged;
import fr.ondine.platform.identity.WayInClosed;
import fr.ondine.platform.provider.ProgramAccessChanged;
import fr.ondine.platform.staff.StaffCredentialChanged;
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
        var letter = switch (event.what()) {
            case PASSWORD -> "staff-password-changed";
            case SECOND_FACTOR -> "staff-factor-changed";
            case PASSKEY_ADDED -> "staff-passkey-added";
            case PASSKEY_REMOVED -> "staff-passkey-removed";
            case PASSKEY_COPIED -> "staff-passkey-copied";
            case PROCONNECT_LINKED -> "staff-proconnect-linked";
            case PROCONNECT_UNLINKED -> "staff-proconnect-unlinked";
        };
        outbox.put(Letter.of(letter, event.email(), event.name()).leadingTo(links.to("/gestion/connexion")));
    }

    @EventListener
    void on(AccountAlreadyExists event) {
        var name = event.identified() ? "account-exists-franceconnect" : "account-exists";
        outbox.put(Letter.of(name, event.email()).leadingTo(links.to("/connexion")));
    }

    @EventListener
    void on(PasswordResetRequested event) {
        var name = switch (event.reason()) {
            case FORGOTTEN -> "password-reset";
            case ADDRESS_RESTORED -> "password-after-restored";
        };
        outbox.put(Letter.of(name, event.email(), event.expiresAt())
                .leadingTo(links.to("/nouveau-mot-de-passe", event.token().value())));
    }

    @EventListener
    void on(WayInClosed event) {
        outbox.put(Letter.of("franceconnect-closed", event.email(), event.expiresAt())
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
            case PASSWORD_CHOSEN -> "password-chosen";
            case PASSWORD_REMOVED -> "password-removed";
        };
        outbox.put(Letter.of(letter, event.email()).leadingTo(links.to("/mot-de-passe-oublie")));
    }

    @EventListener
    void on(PasskeyChanged event) {
        var letter = switch (event.what()) {
            case ADDED -> "passkey-added";
            case REMOVED -> "passkey-removed";
            case COPIED -> "passkey-copied";
        };
        outbox.put(Letter.of(letter, event.email(), event.name()).leadingTo(links.to("/mot-de-passe-oublie")));
    }

    @EventListener
    void on(ProgramAccessChanged event) {
        var letter = switch (event.what()) {
            case GIVEN -> "program-let-in";
            case TAKEN_BACK -> "program-taken-back";
        };
        outbox.put(Letter.of(letter, event.email(), event.program()).leadingTo(links.to("/mon-compte/services")));
    }

    @EventListener
    void on(NewBrowser event) {
        var browser = event.browser();
        outbox.put((browser.isKnown()
                        ? Letter.of("new-browser", event.email(), browser.name(), browser.system(), event.when())
                        : Letter.of("new-browser-unknown", event.email(), event.when()))
                .leadingTo(links.to("/mot-de-passe-oublie")));
    }

    @EventListener
    void on(DeviceStolen event) {
        outbox.put(Letter.of("device-stolen", event.email()).leadingTo(links.to("/mot-de-passe-oublie")));
    }

    @EventListener
    void on(PersonalDataAsked event) {
        outbox.put(Letter.of("personal-data-taken", event.email()).leadingTo(links.to("/mot-de-passe-oublie")));
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
        outbox.put(Letter.of("email-changed-here", event.newEmail()).leadingTo(links.to("/connexion")));
    }

    @EventListener
    void on(AddressRestored event) {
        outbox.put(Letter.of("email-restored", event.left()));
    }

    @EventListener
    void on(AccountDeleted event) {
        outbox.put(Letter.of("account-deleted", event.email()));
    }
}
