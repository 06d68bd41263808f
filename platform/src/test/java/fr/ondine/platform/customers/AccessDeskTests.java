package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.identity.Browser;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class AccessDeskTests {

    private static final CurrentStaff ANNE = staff(StaffRole.AGENT);

    @Autowired
    AccessDesk desk;

    @Autowired
    Sessions sessions;

    @Autowired
    CaughtMails caught;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final UserId person = new UserId(UUID.randomUUID());
    private AgreementId theirs;
    private AgreementId other;

    @BeforeEach
    void somebody_to_whom_one_of_two_agreements_is_open(
            @Autowired Vault vault, @Autowired ApplicationEventPublisher events) {
        var subscribers = new Subscribers(database, vault, events);
        in(() -> {
            var holder = subscribers.holder("DUPONT", null);
            theirs = subscribers.agreement(holder, "AD" + UUID.randomUUID(), null);
            other = subscribers.agreement(subscribers.holder("MARTIN", null), "AD" + UUID.randomUUID(), null);
            database.sql("insert into user_account (id, email, state, created_at) values (?, ?, 'ACTIVE', now())")
                    .params(person.value(), person + "@exemple.fr")
                    .update();
            return database.sql("insert into customer_link (id, user_id, customer_id, proof, linked_at)"
                            + " values (?, ?, ?, 'test', now())")
                    .params(UUID.randomUUID(), person.value(), holder.value())
                    .update();
        });
    }

    @Test
    void who_lost_their_telephone_is_signed_out_everywhere_and_the_journal_says_by_whom() {
        var here = signedIn();
        var there = signedIn();

        in(() -> {
            assertThat(desk.accounts(ANNE, theirs))
                    .extracting(SeenAccount::user)
                    .containsExactly(person);
            desk.signOut(ANNE, theirs, person);
            return person;
        });

        assertThat(isCurrent(here)).isFalse();
        assertThat(isCurrent(there)).isFalse();
        assertThat(isCurrent(signedIn())).as("the way in is as it was").isTrue();
        assertThat(in(() -> database.sql(
                                "select actor from audit_entry where action = 'sessions.ended' and subject = ?")
                        .param("user:" + person)
                        .query(String.class)
                        .list()))
                .containsExactly(ANNE.actor());
    }

    @Test
    void by_another_contract_nobody_is_signed_out_nor_by_who_only_looks() {
        var here = signedIn();

        assertThatThrownBy(() -> signOut(ANNE, other)).isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> signOut(staff(StaffRole.READER), theirs)).isInstanceOf(RoleMissing.class);

        assertThat(isCurrent(here)).isTrue();
    }

    @Test
    void what_a_stranger_claimed_is_taken_from_them_and_from_nobody_else(@Autowired Agreements agreements) {
        var owner = in(() -> {
            var rows = new Rows(database);
            var made = rows.user();
            rows.link(made, theirs);
            rows.link(person, other);
            return made;
        });
        var here = signedIn();

        assertThatThrownBy(() -> takeAway(staff(StaffRole.READER), theirs)).isInstanceOf(RoleMissing.class);
        takeAway(ANNE, theirs);

        assertThat(in(() -> agreements.ofUser(person)))
                .extracting(AgreementSummary::id)
                .containsExactly(other);
        assertThat(in(() -> agreements.isHeld(owner, theirs))).isTrue();
        assertThat(isCurrent(here)).as("the account is theirs").isTrue();
        assertThatThrownBy(() -> takeAway(ANNE, theirs))
                .as("there is nothing left to take")
                .isInstanceOf(UnknownAgreement.class);
        caught.await(person + "@exemple.fr", mail -> mail.plain().contains("a retiré le contrat"));
        assertThat(in(() -> database.sql("select detail from audit_entry where action = 'agreement.unlinked'"
                                + " and actor = ? and subject = ?")
                        .params(ANNE.actor(), "agreement:" + theirs.value())
                        .query(String.class)
                        .list()))
                .containsExactly("for user:" + person);
    }

    private void takeAway(CurrentStaff who, AgreementId agreement) {
        in(() -> {
            desk.takeAway(who, agreement, person);
            return person;
        });
    }

    private void signOut(CurrentStaff who, AgreementId agreement) {
        in(() -> {
            desk.signOut(who, agreement, person);
            return person;
        });
    }

    private CurrentUser signedIn() {
        return in(() -> sessions.begin(sessions.asSeen(person).orElseThrow(), Browser.UNKNOWN, Optional.empty())
                .user());
    }

    private boolean isCurrent(CurrentUser user) {
        return TenantContext.callAs(SIEGVO, () -> sessions.isCurrent(user));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }

    private static CurrentStaff staff(StaffRole role) {
        return ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", role, 1);
    }
}
