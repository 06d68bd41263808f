package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.identity.Browser;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Device;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.RememberedDevices;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.CaughtMail;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class AccountLettersTests {

    private static final String PASSWORD = "trois chevaux gris";

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    Profiles profiles;

    @Autowired
    Sessions sessions;

    @Autowired
    RememberedDevices devices;

    @Autowired
    CaughtMails caught;

    final EmailAddress address = somebody();
    final Visitor visitor = new Visitor(UUID.randomUUID().toString());

    @Test
    void who_signs_up_gets_the_link_that_activates_on_the_utilitys_own_host() {
        signUp(SIEGVO);

        var mail = caught.await(address.value());
        assertThat(mail.subject()).isEqualTo("Activez votre compte SIEGVO");
        assertThat(mail.link()).hasHost("siegvo.localhost").hasPath("/activation");
        assertThat(TenantContext.<EmailAddress, RuntimeException>callAs(
                        SIEGVO, () -> registration.activate(secret(mail), PASSWORD)))
                .isEqualTo(address);
    }

    @Test
    void the_button_bears_the_words_of_the_utility() {
        signUp(MALESHERBOIS);
        assertThat(caught.await(address.value()).html()).contains("Confirmer la création de mon espace");

        TenantContext.runAs(ILEO, () -> registration.invite(address, PersonName.UNKNOWN, null));
        var invitation = caught.await(address.value(), 2);
        assertThat(invitation.html()).contains("Activer votre espace client");
        assertThat(invitation.plain())
                .as("it goes to who asked for it by an old number too, and to a stranger if that is an old address")
                .doesNotContain("Notre service clients")
                .contains("Ignorez-le");
    }

    @Test
    void who_has_an_account_is_told_so_and_gets_no_link_that_opens_one() {
        active(SIEGVO);

        signUp(SIEGVO);

        var mail = caught.await(address.value(), 2);
        assertThat(mail.subject()).isEqualTo("Vous avez déjà un compte SIEGVO");
        assertThat(mail.link()).hasPath("/connexion").hasNoQuery();
    }

    @Test
    void who_forgot_a_password_gets_a_link_and_is_told_when_it_is_another_one() {
        active(SIEGVO);

        TenantContext.runAs(SIEGVO, () -> credentials.requestReset(address, visitor));
        var mail = caught.await(address.value(), 2);
        assertThat(mail.link()).hasPath("/nouveau-mot-de-passe");
        TenantContext.runAs(SIEGVO, () -> credentials.reset(secret(mail), "quatre chevaux bleus"));

        assertThat(caught.await(address.value(), 3).subject()).isEqualTo("Votre mot de passe a été modifié");
    }

    @Test
    void nobody_is_mailed_about_an_address_without_account() {
        TenantContext.runAs(SIEGVO, () -> credentials.requestReset(address, visitor));
        signUp(SIEGVO);

        assertThat(caught.await(address.value()).subject()).startsWith("Activez");
        assertThat(caught.to(address.value())).hasSize(1);
    }

    @Test
    void a_new_address_is_confirmed_there_and_the_old_one_may_take_it_back() {
        var user = active(SIEGVO);
        var fresh = somebody();

        TenantContext.runAs(SIEGVO, () -> profiles.requestEmailChange(user, PASSWORD, fresh, visitor));
        var confirmation = caught.await(fresh.value());
        assertThat(confirmation.link()).hasPath("/nouvelle-adresse");
        TenantContext.runAs(SIEGVO, () -> profiles.confirmEmailChange(secret(confirmation), PASSWORD));

        assertThat(caught.await(fresh.value(), 2).link()).hasPath("/connexion");
        var announcement = caught.await(address.value(), 2);
        assertThat(announcement.plain()).contains(fresh.masked()).doesNotContain(fresh.value());
        assertThat(TenantContext.<EmailAddress, RuntimeException>callAs(
                        SIEGVO, () -> profiles.undoEmailChange(secret(announcement))))
                .isEqualTo(address);
        var next = caught.await(address.value(), 3);
        assertThat(next.link()).hasPath("/nouveau-mot-de-passe");
        assertThat(next.plain())
                .contains("a retrouvé cette adresse", "l'ancien mot de passe ne l'ouvre plus")
                .as("nobody may leave it at that: nothing opens the account by now")
                .doesNotContain("Ignorez", "votre mot de passe ne change pas");
    }

    @Test
    void who_deletes_an_account_is_told_that_the_contract_goes_on() {
        var user = active(ILEO);

        TenantContext.runAs(ILEO, () -> profiles.delete(user, PASSWORD));

        assertThat(caught.await(address.value(), 2).plain()).contains("Votre contrat d'eau, lui, continue.");
    }

    @Test
    void a_browser_that_the_account_did_not_know_is_told_of_in_plain_words() {
        var user = active(SIEGVO);

        TenantContext.runAs(SIEGVO, () -> {
            sessions.begin(user, new Browser("Firefox", "Windows"), Optional.empty());
            sessions.begin(user, new Browser("Safari", "iPhone"), Optional.empty());
        });

        var mail = caught.await(address.value(), 2);
        assertThat(mail.subject()).isEqualTo("Connexion à votre compte depuis un nouvel appareil");
        assertThat(mail.plain()).contains("avec Safari sur iPhone");
        assertThat(mail.link()).hasHost("siegvo.localhost").hasPath("/mot-de-passe-oublie");
    }

    @Test
    void a_device_whose_key_came_back_is_told_to_who_was_signed_out() {
        var user = active(SIEGVO);

        TenantContext.runAs(SIEGVO, () -> {
            var device = devices.remember(user);
            devices.recognise(new Device(device.series(), "copied long ago"), Browser.UNKNOWN);
        });

        assertThat(caught.await(address.value(), 2).subject())
                .isEqualTo("Vos appareils ont été déconnectés par prudence");
    }

    private void signUp(TenantId tenant) {
        TenantContext.runAs(tenant, () -> registration.signUp(new NewAccount(address, PASSWORD), visitor));
    }

    private CurrentUser active(TenantId tenant) {
        signUp(tenant);
        var mail = caught.await(address.value());
        return TenantContext.callAs(tenant, () -> {
            registration.activate(secret(mail), PASSWORD);
            return credentials.signIn(address.value(), PASSWORD, visitor);
        });
    }

    private static RawToken secret(CaughtMail mail) {
        return new RawToken(mail.link().getQuery().substring("jeton=".length()));
    }

    private static EmailAddress somebody() {
        return new EmailAddress(UUID.randomUUID() + "@exemple.fr");
    }
}
