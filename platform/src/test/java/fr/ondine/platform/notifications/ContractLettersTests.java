package fr.ondine.platform.notifications;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.AgreementLinked;
import fr.ondine.platform.customers.ClaimAwaitsStaff;
import fr.ondine.platform.customers.ClaimConfirmationRequested;
import fr.ondine.platform.customers.ClaimDeclined;
import fr.ondine.platform.customers.ClaimRefusal;
import fr.ondine.platform.customers.HolderLinkedElsewhere;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.oldaccounts.OldAccountElsewhere;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ContractLettersTests {

    private static final String NUMBER = "20 1234 567";

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    CaughtMails caught;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    final AgreementId agreement = new AgreementId(UUID.randomUUID());
    final EmailAddress somebody = new EmailAddress(UUID.randomUUID() + "@exemple.fr");

    @Test
    void who_linked_a_contract_is_told_and_led_to_it() {
        var user = userOf(SIEGVO);

        publish(SIEGVO, new AgreementLinked(SIEGVO, user, agreement, NUMBER, null, 1));

        var mail = caught.await(addressOf(user));
        assertThat(mail.plain()).contains("Le contrat 20 1234 567 est maintenant lié à votre compte SIEGVO");
        assertThat(mail.link()).hasHost("siegvo.localhost").hasPath("/tableau-de-bord");
    }

    @Test
    void who_sees_all_contracts_of_a_holder_is_told_how_many() {
        var user = userOf(MALESHERBOIS);

        publish(MALESHERBOIS, new AgreementLinked(MALESHERBOIS, user, agreement, "IT00024", null, 2));

        assertThat(caught.await(addressOf(user)).plain()).startsWith("Vos 2 contrats sont liés");
    }

    @Test
    void who_gave_an_older_number_is_told_the_one_of_today() {
        var user = userOf(ILEO);

        publish(ILEO, new AgreementLinked(ILEO, user, agreement, "24 001 234 56", "059 1234 K", 1));

        assertThat(caught.await(addressOf(user)).plain()).contains("numéro 24 001 234 56", "ancien numéro, 059 1234 K");
    }

    @Test
    void who_saw_a_contract_before_is_told_that_somebody_else_does_now() {
        var user = userOf(SIEGVO);

        publish(SIEGVO, new HolderLinkedElsewhere(SIEGVO, user, agreement, NUMBER));

        assertThat(caught.await(addressOf(user)).subject()).isEqualTo("Votre contrat a été lié à un autre compte");
    }

    @Test
    void the_address_on_file_of_a_former_login_is_told_when_it_was_taken_over_and_whom_to_call() {
        publish(ILEO, new OldAccountElsewhere(ILEO, somebody, "C1234567", Instant.parse("2026-12-01T11:05:00Z")));

        var mail = caught.await(somebody.value());
        assertThat(mail.subject()).isEqualTo("Votre ancien identifiant iléo a été repris");
        assertThat(mail.plain())
                .contains(
                        "C1234567", "le 1er décembre 2026 à 12\u00a0h\u00a005", "Si ce n'était pas vous, appelez-nous")
                .doesNotContain("@");
    }

    @Test
    void nobody_is_written_to_whose_account_is_gone() {
        var gone = new UserId(UUID.randomUUID());
        var user = userOf(SIEGVO);

        publish(SIEGVO, new HolderLinkedElsewhere(SIEGVO, gone, agreement, NUMBER));
        publish(SIEGVO, new ClaimDeclined(SIEGVO, user, NUMBER, ClaimRefusal.NOT_VERIFIED));

        assertThat(caught.await(addressOf(user)).subject()).contains(NUMBER);
        assertThat(caught.to(addressOf(gone))).isEmpty();
    }

    @Test
    void the_address_on_file_is_asked_and_told_who_claims() {
        var claimant = new EmailAddress("nouvelle.adresse@exemple.fr");

        publish(
                ILEO,
                new ClaimConfirmationRequested(
                        ILEO,
                        somebody,
                        claimant,
                        "24 001 234 56",
                        new RawToken("secret"),
                        Instant.parse("2026-12-01T11:05:00Z")));

        var mail = caught.await(somebody.value());
        assertThat(mail.plain())
                .contains(claimant.value(), "24 001 234 56", "jusqu'au 1er décembre 2026 à 12\u00a0h\u00a005");
        assertThat(mail.link()).hasPath("/contrats/confirmer").hasParameter("jeton", "secret");
    }

    @Test
    void the_utility_hears_of_a_claim_that_it_must_decide() {
        publish(SIEGVO, new ClaimAwaitsStaff(SIEGVO, UUID.randomUUID(), somebody, NUMBER));

        var mail =
                caught.await("facturation@siegvo.com", letter -> letter.plain().contains(somebody.value()));
        assertThat(mail.replyTo()).isEqualTo(somebody.value());
    }

    private UserId userOf(TenantId tenant) {
        return TenantContext.callAs(tenant, () -> transaction.execute(status -> new Rows(database).user()));
    }

    private static String addressOf(UserId user) {
        return user.value() + "@exemple.fr";
    }

    private void publish(TenantId tenant, TenantEvent event) {
        TenantContext.runAs(tenant, () -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
    }
}
