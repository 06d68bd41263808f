package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.link;
import static fr.ondine.journeys.AtTheDesk.look;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Customer service decides claims that wait, each beside what is on file. */
class ClaimFilePagesTests extends DeskPortal {

    private final TenantId utility =
            new TenantId("c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final UUID anne = UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private UserId first = new UserId(anne);
    private UserId second = new UserId(anne);

    @BeforeEach
    void two_claims_that_wait() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
        tenants.refresh();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                    + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                            .params(anne, anne + "@exemple.fr")
                            .update();
                    first = claim("900000001");
                    second = claim("900000002");
                }));
    }

    private UserId claim(String number) {
        var rows = new Rows(database);
        var agreement = rows.agreement();
        var user = rows.user();
        database.sql("update agreement set number = ? where id = ?")
                .params(number, agreement.value())
                .update();
        database.sql("insert into pending_claim (id, user_id, agreement_id, state, proof, created_at)"
                        + " values (gen_random_uuid(), ?, ?, 'AWAITING_STAFF', 'METER_NUMBER', clock_timestamp())")
                .params(user.value(), agreement.value())
                .update();
        return user;
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_claim_is_accepted_and_another_refused_and_each_claimant_is_told(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne));
            var page = visit.open("/gestion/demandes");
            assertThat(page.locator("tbody tr")).hasCount(2);
            assertThat(page.locator("tbody")).containsText("Numéro de compteur");
            look(page, "demandes", width);

            page.locator("tbody a").first().click();
            assertThat(page.locator("h1").last()).containsText("90 0000 001");
            assertThat(page.getByText("Martin").first()).isVisible();
            look(page, "demande", width);
            press(page, "Ouvrir l'accès");
            assertThat(page.getByText("La demande de " + email(first) + " est acceptée."))
                    .isVisible();
            look(page, "demande-acceptee", width);

            link(page, "Toutes les demandes");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody a").first().click();
            page.getByLabel("Motif").selectOption("Ce n'est pas son contrat");
            press(page, "Refuser la demande");
            assertThat(page.getByText("La demande de " + email(second) + " est refusée."))
                    .isVisible();
            link(page, "Toutes les demandes");
            assertThat(page.getByText("Aucune demande n'attend de décision.")).isVisible();
            look(page, "demandes-aucune", width);
        }
        Assertions.assertThat(CaughtMails.shared().await(email(first)).plain()).contains("90 0000 001");
        Assertions.assertThat(CaughtMails.shared().await(email(second)).plain()).contains("n'est pas le vôtre");
    }

    private static String email(UserId user) {
        return user.value() + "@exemple.fr";
    }
}
