package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class AgreementsTests {

    @Autowired
    Agreements agreements;

    @Autowired
    ClaimKeys claimKeys;

    @Autowired
    CustomerLinks links;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcClient database;

    @Autowired
    Vault vault;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_link_to_the_holder_opens_all_that_the_holder_has() {
        var dupont = at(SIEGVO, subscribers -> new Dupont(subscribers, links, false));
        assertThat(as(SIEGVO, () -> agreements.ofUser(dupont.user)))
                .extracting(AgreementSummary::id)
                .containsExactlyInAnyOrder(dupont.house, dupont.flat);
    }

    @Test
    void a_link_to_one_agreement_opens_that_one_only() {
        var dupont = at(SIEGVO, subscribers -> new Dupont(subscribers, links, true));
        assertThat(as(SIEGVO, () -> agreements.ofUser(dupont.user)))
                .extracting(AgreementSummary::id)
                .containsExactly(dupont.house);
        assertThatThrownBy(() -> as(SIEGVO, () -> agreements.card(dupont.user, dupont.flat)))
                .isInstanceOf(UnknownAgreement.class);
    }

    @Test
    void the_card_says_all_that_the_utility_knows() {
        var dupont = at(SIEGVO, subscribers -> {
            var built = new Dupont(subscribers, links, false);
            subscribers.olderNumber(built.house, built.number("99"));
            subscribers.mandate(built.house, "2015-12-02", "2020-01-01");
            subscribers.mandate(built.house, "2020-01-02", null);
            return built;
        });
        var card = as(SIEGVO, () -> agreements.card(dupont.user, dupont.house));
        assertThat(card.number()).matches("20 \\d{4} \\d{3}");
        assertThat(card.olderNumbers()).singleElement().satisfies(older -> {
            assertThat(older.number()).matches("99 \\d{4} \\d{3}");
            assertThat(older.operator()).isEqualTo("Suez");
        });
        assertThat(card.served().locality()).isEqualTo("57865 AMANVILLERS");
        assertThat(card.holder().name()).isEqualTo("M. Pierre DUPONT");
        assertThat(card.holder().phone()).isEqualTo("02 38 34 34 34");
        assertThat(card.paymentMethod()).isEqualTo(PaymentMethod.INSTALMENTS);
        assertThat(card.mandate())
                .isNotNull()
                .extracting(MandateSummary::reference)
                .isEqualTo("RUM-2020-01-02");
    }

    @Test
    void without_a_mandate_or_older_numbers_the_card_says_none() {
        var dupont = at(SIEGVO, subscribers -> new Dupont(subscribers, links, false));
        var card = as(SIEGVO, () -> agreements.card(dupont.user, dupont.flat));
        assertThat(card.mandate()).isNull();
        assertThat(card.olderNumbers()).isEmpty();
    }

    @Test
    void an_agreement_of_another_user_of_another_utility_or_of_nobody_is_unknown() {
        var dupont = at(SIEGVO, subscribers -> new Dupont(subscribers, links, false));
        var stranger = at(SIEGVO, subscribers -> subscribers.user(UUID.randomUUID() + "@exemple.fr"));
        assertThatThrownBy(() -> require(SIEGVO, stranger, dupont.house)).isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> require(MALESHERBOIS, dupont.user, dupont.house))
                .isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> require(SIEGVO, dupont.user, new AgreementId(UUID.randomUUID())))
                .isInstanceOf(UnknownAgreement.class);
        require(SIEGVO, dupont.user, dupont.house);
    }

    @Test
    void a_list_and_a_card_are_one_query_each_however_many_agreements_there_are() {
        var dupont = at(SIEGVO, subscribers -> new Dupont(subscribers, links, false));
        at(SIEGVO, subscribers -> {
            subscribers.olderNumber(dupont.house, dupont.number("98"));
            subscribers.olderNumber(dupont.house, dupont.number("97"));
            return dupont;
        });
        // one more for the tenant's role at the beginning of the transaction
        assertThat(statements.of(() -> as(SIEGVO, () -> agreements.ofUser(dupont.user))))
                .isEqualTo(2);
        assertThat(statements.of(() -> as(SIEGVO, () -> agreements.card(dupont.user, dupont.house))))
                .isEqualTo(2);
    }

    @Test
    void the_same_link_twice_is_one() {
        var dupont = at(SIEGVO, subscribers -> {
            var built = new Dupont(subscribers, links, false);
            links.open(built.user, built.holder, null, "test", Instant.EPOCH);
            return built;
        });
        assertThat(as(SIEGVO, () -> agreements.usersOf(dupont.house))).containsExactly(dupont.user);
    }

    @Test
    void the_claim_key_comes_out_as_it_is_printed_and_only_where_there_is_one() {
        var dupont = at(SIEGVO, subscribers -> new Dupont(subscribers, links, false));
        assertThat(as(SIEGVO, () -> claimKeys.printed(dupont.house))).contains("K7M2 9QXD");
        assertThat(as(SIEGVO, () -> claimKeys.printed(dupont.flat))).isEmpty();
    }

    private void require(TenantId tenant, UserId user, AgreementId agreement) {
        TenantContext.runAs(tenant, () -> agreements.requireLinked(user, agreement));
    }

    private <T extends @Nullable Object> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.<T, RuntimeException>callAs(tenant, work::get);
    }

    private <T> T at(TenantId tenant, Function<Subscribers, T> build) {
        return as(tenant, () -> transaction.execute(status -> build.apply(new Subscribers(database, vault, events))));
    }

    /** A holder of two agreements, and a user to whom they are open. */
    private static final class Dupont {

        private final String digits = "%07d".formatted((int) (Math.random() * 10_000_000));
        private final CustomerId holder;
        private final AgreementId house;
        private final AgreementId flat;
        private final UserId user;

        Dupont(Subscribers subscribers, CustomerLinks links, boolean houseOnly) {
            holder = subscribers.holder("DUPONT", null);
            house = subscribers.agreement(holder, number("20"), "K7M29QXD");
            flat = subscribers.agreement(holder, number("21"), null);
            user = subscribers.user("dupont." + digits + "@exemple.fr");
            links.open(user, holder, houseOnly ? house : null, "test", Instant.EPOCH);
        }

        String number(String start) {
            return start + digits;
        }
    }
}
