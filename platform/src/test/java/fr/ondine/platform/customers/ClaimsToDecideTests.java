package fr.ondine.platform.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Customer service looks at what was given and what is on file, and decides once, in its own name. */
@PlatformTest
class ClaimsToDecideTests {

    private static final Instant FIRST = Instant.parse("2026-01-15T09:00:00Z");

    private final TenantId utility =
            new TenantId("d" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final CurrentStaff paul =
            new CurrentStaff(utility.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 0);

    @Autowired
    ClaimsToDecide claims;

    @Autowired
    Agreements agreements;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement = new AgreementId(new UUID(0, 0));
    private UserId claimant = new UserId(new UUID(0, 0));

    @BeforeEach
    void a_contract_that_somebody_claims() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
        tenants.refresh();
        in(() -> {
            var rows = new Rows(database);
            agreement = rows.agreement();
            claimant = rows.user();
            database.sql("update agreement set number = '900000001' where id = ?")
                    .param(agreement.value())
                    .update();
            return database.sql(
                            "update customer set phone = '0387000000', mobile = '0387000000', street = '2 rue du Port',"
                                    + " postcode = '57000', city = 'Metz'")
                    .update();
        });
    }

    @Test
    void they_are_listed_with_the_oldest_first_a_page_at_a_time() {
        for (var day = ClaimsToDecide.PAGE; day >= 0; day--) {
            claim(FIRST.plusSeconds(86_400L * day));
        }

        var page = in(() -> claims.list(paul, 0));
        assertThat(page.rows()).hasSize(ClaimsToDecide.PAGE);
        assertThat(page.hasMore()).isTrue();
        assertThat(page.rows().getFirst().createdAt()).isEqualTo(FIRST);
        var last = in(() -> claims.list(paul, 1));
        assertThat(last.rows()).hasSize(1);
        assertThat(last.hasMore()).isFalse();
        assertThat(last.rows().getFirst().createdAt()).isEqualTo(FIRST.plusSeconds(86_400L * ClaimsToDecide.PAGE));
    }

    @Test
    void a_file_holds_what_was_given_beside_what_is_on_file() {
        var claim = claim(FIRST);

        var file = in(() -> claims.find(paul, claim)).orElseThrow();

        assertThat(file.claim().proof()).isEqualTo("METER_NUMBER");
        assertThat(file.claim().claimant()).isEqualTo(email());
        assertThat(file.claim().number()).isEqualTo("90 0000 001");
        assertThat(file.claim().holder()).isEqualTo("Martin");
        assertThat(file.isActivated()).isTrue();
        assertThat(file.phones()).as("one number, once").containsExactly("03 87 00 00 00");
        assertThat(file.postal()).isEqualTo("2 rue du Port, 57000 Metz");
        assertThat(file.served().locality()).isEqualTo("57000 Metz");
        assertThat(file.accounts()).isEmpty();
        assertThat(in(() -> claims.find(paul, UUID.randomUUID()))).isEmpty();
    }

    @Test
    void one_that_is_accepted_opens_the_contract_and_is_decided_once() {
        var claim = claim(FIRST);

        in(() -> {
            claims.accept(paul, claim);
            return claim;
        });

        assertThat(in(() -> agreements.ofUser(claimant)))
                .singleElement()
                .extracting(AgreementSummary::id)
                .isEqualTo(agreement);
        assertThat(trail("claim.approved")).isEqualTo(paul.actor() + " for user:" + claimant);
        assertThat(in(() -> claims.find(paul, claim))).isEmpty();
        assertThatThrownBy(() -> refuse(claim, ClaimRefusal.NOT_VERIFIED)).isInstanceOf(ClaimAlreadyDecided.class);
    }

    @Test
    void one_that_is_refused_opens_nothing_and_the_claimant_is_told_why() {
        refuse(claim(FIRST), ClaimRefusal.HOLDER_DECLINES);

        assertThat(in(() -> agreements.ofUser(claimant))).isEmpty();
        assertThat(trail("claim.declined")).isEqualTo(paul.actor() + " for user:" + claimant + " HOLDER_DECLINES");
        assertThat(CaughtMails.shared().await(email()).plain())
                .contains("n'a pas confirmé votre demande", "90 0000 001");
        assertThat(in(() -> claims.list(paul, 0)).rows()).isEmpty();
    }

    private UUID claim(Instant at) {
        var id = UUID.randomUUID();
        in(() -> database.sql("insert into pending_claim (id, user_id, agreement_id, state, proof, created_at)"
                        + " values (?, ?, ?, 'AWAITING_STAFF', 'METER_NUMBER', ?)")
                .params(id, claimant.value(), agreement.value(), at.atOffset(ZoneOffset.UTC))
                .update());
        return id;
    }

    private void refuse(UUID claim, ClaimRefusal why) {
        in(() -> {
            claims.refuse(paul, claim, why);
            return claim;
        });
    }

    private String email() {
        return claimant.value() + "@exemple.fr";
    }

    private String trail(String action) {
        return in(() -> database.sql("select actor || ' ' || detail from audit_entry where action = ?")
                .param(action)
                .query(String.class)
                .single());
    }

    private <T extends @Nullable Object> T in(Supplier<T> work) {
        return TenantContext.<T, RuntimeException>callAs(utility, () -> transaction.execute(status -> work.get()));
    }
}
