package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Rows;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Staff who look as a subscriber and go to FranceConnect as themselves do not come back as the subscriber. */
class SeenAtFranceConnectTests extends FranceConnectPages {

    private final UUID anne = UUID.randomUUID();
    private AgreementId agreement;

    @BeforeEach
    void a_utility_that_has_both_with_an_administrator_and_a_subscriber() {
        FRANCE_CONNECT.register(client(SEEN, SignatureAlgorithm.ES256, true));
        provisioning.provision(offering(SEEN, "es256", "jwt-es256")
                .replace("abnormal-use-notice]", "abnormal-use-notice, see-as-subscriber]"));
        TenantContext.runAs(
                SEEN,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                    + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                            .params(anne, anne + "@exemple.fr")
                            .update();
                    var rows = new Rows(database);
                    agreement = rows.agreement();
                    rows.link(rows.user(), agreement);
                }));
    }

    @Test
    void who_looks_is_not_let_go_there_and_goes_on_looking() {
        try (var visit = new Visit(SEEN, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/comptes/" + agreement.value());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voir l'espace comme l'abonné"))
                    .click();
            page.locator("#motif").fill("Ne trouve pas sa facture");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Voir son espace"))
                    .click();
            assertThat(page.getByText("Vous voyez l'espace de")).isVisible();

            Assertions.assertThat(visit.answer(AtFranceConnect.START).status()).isEqualTo(403);

            visit.open("/mon-compte");
            assertThat(page.getByText("Vous voyez l'espace de")).isVisible();
            assertThat(page.getByText("Cette page reste fermée")).isVisible();
        }
    }
}
