package fr.ondine.platform.customers;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.OwnerProof;
import fr.ondine.platform.identity.OwnerProofOver;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.SignInRefused;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.identity.WrongPassword;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMail;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** In a context of its own: what waits for a later day would keep others waiting. */
@PlatformTest
@TestPropertySource(properties = "ondine.jobs.threads=2")
class DelegationsTests {

    private static final String PASSWORD = "trois chevaux gris";
    private static final String HASH = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);

    @Autowired
    Delegations delegations;

    @Autowired
    Agreements agreements;

    @Autowired
    Profiles profiles;

    @Autowired
    Sessions sessions;

    @Autowired
    FranceConnectAccounts accounts;

    @Autowired
    CaughtMails caught;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TenantClock clock;

    private AgreementId agreement;
    private CurrentUser holder;
    private CurrentUser other;

    @BeforeEach
    void a_holder_and_somebody_else() {
        agreement = in(Rows::agreement);
        holder = person();
        other = person();
        in(rows -> {
            rows.link(holder.userId(), agreement);
            return true;
        });
    }

    @Test
    void whoever_accepts_sees_the_contract_and_both_are_told() {
        assertThat(seen(other)).isEmpty();

        accept(other, invite(false, inAMonth()));

        assertThat(seen(other))
                .singleElement()
                .satisfies(shared -> assertThat(shared.access()).isEqualTo(Access.SEES));
        told(holder, other.address());
        told(other, "est maintenant dans votre espace");
        assertThat(held(other)).as("what is seen is not held").isEmpty();
    }

    @Test
    void a_holder_without_a_password_invites_once_by_what_they_showed_for_it() {
        var identity = new ProvenIdentity("https://fc.exemple.fr/api/v2", holder.address(), null, null, null);
        as(() -> accounts.link(holder, identity, PASSWORD));
        var proof = as(() -> accounts.prove(holder, OwnerAct.SHARE_CONTRACT, identity));
        var forData = as(() -> accounts.prove(holder, OwnerAct.TAKE_DATA, identity));

        assertThatThrownBy(() -> invite(forData)).as("for something else").isInstanceOf(OwnerProofOver.class);
        assertThat(as(() -> delegations.of(holder.userId(), agreement))).isEmpty();
        invite(proof);
        assertThatThrownBy(() -> invite(proof)).as("again").isInstanceOf(OwnerProofOver.class);

        assertThat(as(() -> delegations.of(holder.userId(), agreement))).hasSize(1);
    }

    @Test
    void nobody_is_invited_by_a_session_that_was_ended_since_the_password_was_typed() {
        as(() -> sessions.endAll(holder.userId()));

        assertThatThrownBy(() -> invite(false, inAMonth())).isInstanceOf(SignInRefused.class);

        assertThat(as(() -> delegations.of(holder.userId(), agreement))).isEmpty();
    }

    @Test
    void nothing_is_accepted_by_a_session_that_was_ended_since() {
        var link = invite(false, inAMonth());
        as(() -> sessions.endAll(other.userId()));

        assertThatThrownBy(() -> accept(other, link)).isInstanceOf(SignInRefused.class);

        assertThat(seen(other)).isEmpty();
    }

    private void invite(OwnerProof proof) {
        as(() -> delegations.invite(holder, agreement, other.email(), false, inAMonth(), proof));
    }

    @Test
    void nothing_of_how_to_reach_or_debit_the_holder_is_shown() {
        in(rows -> database.sql("update customer set phone = '0238343434', email = 'dupont@exemple.fr' where id ="
                        + " (select customer_id from agreement where id = ?)")
                .param(agreement.value())
                .update());
        accept(other, invite(true, inAMonth()));

        var card = TenantContext.callAs(SIEGVO, () -> agreements.seen(other.userId(), agreement));

        assertThat(card.holder().phone()).isNull();
        assertThat(card.holder().email()).isNull();
        assertThat(card.mandate()).isNull();
        assertThat(TenantContext.callAs(SIEGVO, () -> agreements.seen(holder.userId(), agreement))
                        .holder()
                        .email())
                .isEqualTo("dupont@exemple.fr");
    }

    @Test
    void it_ends_by_itself_after_its_last_day() {
        var until = today().plusDays(3);
        accept(other, invite(true, until));

        clock.advance(Duration.ofDays(3));
        assertThat(seen(other)).hasSize(1);
        clock.advance(Duration.ofDays(1));
        assertThat(seen(other)).isEmpty();
        assertThatThrownBy(() -> as(() -> agreements.requireSeen(other.userId(), agreement)))
                .isInstanceOf(UnknownAgreement.class);

        as(() -> delegations.tellOfOver());
        told(other, "n'avez plus accès");
        told(holder, "ne voit plus votre contrat");
        assertThat(as(() -> delegations.tellOfOver())).as("told once").isFalse();
    }

    @Test
    void either_ends_it_at_once() {
        accept(other, invite(true, inAMonth()));
        as(() -> delegations.end(holder.userId(), only(holder)));
        assertThat(seen(other)).isEmpty();

        accept(other, invite(true, inAMonth()));
        as(() -> delegations.end(other.userId(), only(holder)));
        assertThat(seen(other)).isEmpty();
    }

    @Test
    void nobody_else_ends_it() {
        accept(other, invite(true, inAMonth()));
        var stranger = person();
        var shared = only(holder);
        as(() -> delegations.end(stranger.userId(), shared));
        assertThat(seen(other)).hasSize(1);
    }

    @Test
    void it_ends_when_the_holder_moves_out_or_is_another_one() {
        accept(other, invite(true, inAMonth()));
        change("update agreement set ended_on = :day where id = :agreement");
        assertThat(seen(other)).isEmpty();
        change("update agreement set ended_on = null where id = :agreement and :day is not null");
        assertThat(seen(other)).hasSize(1);

        in(rows -> database.sql("update agreement set customer_id = (select customer_id from agreement where id = ?)"
                        + " where id = ?")
                .params(rows.agreement().value(), agreement.value())
                .update());
        assertThat(seen(other)).isEmpty();
        in(rows -> {
            rows.link(holder.userId(), agreement);
            return true;
        });
        assertThat(seen(other)).as("let see another holder's contract").isEmpty();
    }

    @Test
    void it_ends_with_the_link_of_who_gave_it() {
        accept(other, invite(true, inAMonth()));
        var alsoHolds = person();
        in(rows -> {
            rows.link(alsoHolds.userId(), agreement);
            return true;
        });
        in(rows -> database.sql("delete from customer_link where user_id = ?")
                .param(holder.userId().value())
                .update());
        assertThat(seen(other)).isEmpty();
    }

    @Test
    void it_ends_with_either_account_and_the_other_is_told() {
        accept(other, invite(true, inAMonth()));
        var shared = only(holder);
        as(() -> profiles.delete(holder, PASSWORD));
        assertThat(seen(other)).isEmpty();
        List<String> by = in(
                rows -> database.sql("select actor from audit_entry where action = 'delegation.ended' and subject = ?")
                        .param("delegation:" + shared)
                        .query(String.class)
                        .list());
        assertThat(by).containsExactly("user:" + holder.userId());
        told(other, "n'avez plus accès");
    }

    @Test
    void what_was_shared_while_the_account_had_anothers_address_ends_when_its_owner_takes_it_back() {
        var before = person();
        as(() -> delegations.invite(holder, agreement, before.email(), false, inAMonth(), PASSWORD));
        accept(before, link(before.address(), "/contrats/acces"));
        var owners = holder.address();
        var thiefs = UUID.randomUUID() + "@exemple.fr";
        as(() -> profiles.requestEmailChange(holder, PASSWORD, new EmailAddress(thiefs), new Visitor("192.0.2.81")));
        as(() -> profiles.confirmEmailChange(link(thiefs, "/nouvelle-adresse"), PASSWORD));
        holder = new CurrentUser(SIEGVO.slug(), holder.userId(), thiefs, thiefs, 1);
        accept(other, invite(true, inAMonth()));
        var waits = person();
        as(() -> delegations.invite(holder, agreement, waits.email(), true, inAMonth(), PASSWORD));
        var waiting = link(waits.address(), "/contrats/acces");

        as(() -> profiles.undoEmailChange(link(owners, "/adresse-retablie")));

        assertThat(seen(other)).isEmpty();
        assertThatThrownBy(() -> accept(waits, waiting)).isInstanceOf(DelegationRefused.class);
        caught.await(owners, mail -> mail.plain().contains("ne voit plus votre contrat"));
        caught.await(thiefs, mail -> mail.plain().contains("a été rétablie"));
        assertThat(seen(before)).as("of which the owner was told").hasSize(1);
    }

    @Test
    void who_opened_the_contract_while_the_account_had_anothers_address_is_told_of_to_its_owner(
            @Autowired Opening opening) {
        var before = person();
        opened(opening, before);
        var owners = holder.address();
        caught.await(owners, DelegationsTests::isOfAnotherAccount);
        var thiefs = UUID.randomUUID() + "@exemple.fr";
        as(() -> profiles.requestEmailChange(holder, PASSWORD, new EmailAddress(thiefs), new Visitor("192.0.2.82")));
        as(() -> profiles.confirmEmailChange(link(thiefs, "/nouvelle-adresse"), PASSWORD));
        // by the key of an invoice, which whoever has the account reads
        opened(opening, other);
        caught.await(thiefs, DelegationsTests::isOfAnotherAccount);

        as(() -> profiles.undoEmailChange(link(owners, "/adresse-retablie")));

        await().untilAsserted(() -> assertThat(linkedElsewhere(owners))
                .as("of the one from before they were told then")
                .isEqualTo(2));
        assertThat(held(other)).as("it may be a relative: whoever knows calls").isNotEmpty();
    }

    private void opened(Opening opening, CurrentUser by) {
        as(() -> transaction.executeWithoutResult(
                status -> opening.open(by.userId(), agreement, "CLAIM_KEY", "user:" + by.userId(), null)));
    }

    private long linkedElsewhere(String address) {
        return caught.to(address).stream()
                .map(CaughtMail::new)
                .filter(DelegationsTests::isOfAnotherAccount)
                .count();
    }

    private static boolean isOfAnotherAccount(CaughtMail mail) {
        return mail.plain().contains("lié à un autre compte");
    }

    private RawToken link(String address, String path) {
        return new RawToken(caught.await(address, mail -> mail.plain().contains(path + "?jeton="))
                .link()
                .getQuery()
                .substring("jeton=".length()));
    }

    @Test
    void a_link_is_for_the_address_to_which_it_went_and_works_once() throws Exception {
        var link = invite(false, inAMonth());
        var stranger = person();
        assertThat(as(() -> delegations.offered(stranger, link))).isEmpty();
        assertThatThrownBy(() -> accept(stranger, link)).isInstanceOf(DelegationRefused.class);

        Callable<Boolean> accepts = () -> {
            try {
                accept(other, link);
                return true;
            } catch (DelegationRefused usedUp) {
                return false;
            }
        };
        try (var two = Executors.newFixedThreadPool(4)) {
            var done = new ArrayList<Boolean>();
            for (var answer : two.invokeAll(Collections.nCopies(4, accepts))) {
                done.add(answer.get());
            }
            assertThat(done).containsOnlyOnce(true);
        }
        assertThatThrownBy(() -> accept(other, link)).isInstanceOf(DelegationRefused.class);
    }

    @Test
    void who_sees_a_contract_is_let_pay_it_by_another_link_in_the_place_of_the_first() {
        accept(other, invite(false, inAMonth()));
        var link = invite(true, inAMonth().plusMonths(1));

        accept(other, link);

        assertThat(seen(other))
                .singleElement()
                .satisfies(shared -> assertThat(shared.access()).isEqualTo(Access.PAYS));
        assertThat(as(() -> delegations.of(holder.userId(), agreement)))
                .singleElement()
                .satisfies(only -> assertThat(only.until()).isEqualTo(inAMonth().plusMonths(1)));
        as(() -> delegations.end(other.userId(), only(holder)));
        assertThat(seen(other)).as("nothing of the first is left").isEmpty();
    }

    @Test
    void what_one_of_two_holders_gives_takes_the_place_of_the_others_and_both_see_and_end_it() {
        var second = person();
        in(rows -> {
            rows.link(second.userId(), agreement);
            return true;
        });
        accept(other, invite(true, inAMonth()));

        accept(other, invite(second, false, inAMonth()));

        assertThat(seen(other))
                .singleElement()
                .satisfies(shared -> assertThat(shared.access()).isEqualTo(Access.SEES));
        assertThat(as(() -> delegations.of(holder.userId(), agreement))).hasSize(1);
        as(() -> delegations.end(holder.userId(), only(holder)));
        assertThat(seen(other)).isEmpty();
    }

    @Test
    void a_link_is_over_after_a_week_and_at_another_utility_none() {
        var link = invite(false, inAMonth());
        assertThatThrownBy(() -> TenantContext.runAs(MALESHERBOIS, () -> delegations.accept(other, link)))
                .isInstanceOf(SignInRefused.class);
        clock.advance(Duration.ofDays(8));
        assertThatThrownBy(() -> accept(other, link)).isInstanceOf(DelegationRefused.class);
    }

    @Test
    void an_invitation_that_was_taken_back_is_over() {
        var link = invite(false, inAMonth());
        as(() -> delegations.end(holder.userId(), only(holder)));
        assertThatThrownBy(() -> accept(other, link)).isInstanceOf(DelegationRefused.class);
    }

    @Test
    void only_the_holder_invites_and_only_with_the_password() {
        assertThatThrownBy(() -> invite(other, PASSWORD, holder.email())).isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> invite(holder, "quatre chats noirs", other.email()))
                .isInstanceOf(WrongPassword.class);
        accept(other, invite(true, inAMonth()));
        assertThatThrownBy(() -> invite(other, PASSWORD, person().email())).isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> as(() -> delegations.of(other.userId(), agreement)))
                .isInstanceOf(UnknownAgreement.class);
    }

    @Test
    void the_day_and_the_address_have_to_make_sense() {
        assertThatThrownBy(() -> invite(true, today().minusDays(1))).isInstanceOf(DelegationRefused.class);
        assertThatThrownBy(() -> invite(true, today().plusYears(3))).isInstanceOf(DelegationRefused.class);
        assertThatThrownBy(() -> invite(holder, PASSWORD, holder.email())).isInstanceOf(DelegationRefused.class);
    }

    @Test
    void the_answer_is_the_same_for_an_address_without_account() {
        var nobody = new EmailAddress(UUID.randomUUID() + "@exemple.fr");
        invite(holder, PASSWORD, nobody);
        assertThat(caught.await(nobody.value()).link()).hasPath("/contrats/acces");
    }

    private void change(String sql) {
        in(rows -> database.sql(sql)
                .param("day", today().minusDays(1))
                .param("agreement", agreement.value())
                .update());
    }

    private UUID only(CurrentUser whose) {
        return as(() -> delegations.of(whose.userId(), agreement)).getFirst().id();
    }

    private RawToken invite(boolean mayPay, LocalDate until) {
        return invite(holder, mayPay, until);
    }

    private RawToken invite(CurrentUser who, boolean mayPay, LocalDate until) {
        var before = invitations();
        as(() -> delegations.invite(who, agreement, other.email(), mayPay, until, PASSWORD));
        await().untilAsserted(() -> assertThat(invitations()).hasSizeGreaterThan(before.size()));
        var fresh = invitations();
        fresh.removeAll(before);
        return new RawToken(fresh.iterator().next().substring("jeton=".length()));
    }

    private Set<String> invitations() {
        return caught.to(other.address()).stream()
                .map(CaughtMail::new)
                .filter(mail -> mail.plain().contains("/contrats/acces?"))
                .map(mail -> mail.link().getQuery())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void told(CurrentUser whom, String words) {
        caught.await(whom.address(), mail -> mail.plain().contains(words));
    }

    private void invite(CurrentUser who, String password, EmailAddress whom) {
        as(() -> delegations.invite(who, agreement, whom, false, inAMonth(), password));
    }

    private void accept(CurrentUser who, RawToken link) {
        as(() -> delegations.accept(who, link));
    }

    private List<AgreementSummary> seen(CurrentUser who) {
        return as(() -> agreements.seenBy(who.userId()));
    }

    private List<AgreementSummary> held(CurrentUser who) {
        return as(() -> agreements.ofUser(who.userId()));
    }

    private LocalDate today() {
        return as(() -> LocalDate.now((Clock) clock));
    }

    private LocalDate inAMonth() {
        return today().plusMonths(1);
    }

    private CurrentUser person() {
        UserId user = in(rows -> {
            var fresh = rows.user();
            database.sql("update user_account set password_hash = ? where id = ?")
                    .params(HASH, fresh.value())
                    .update();
            return fresh;
        });
        var email = user.value() + "@exemple.fr";
        return new CurrentUser(SIEGVO.slug(), user, email, email, 0);
    }

    private <T> T in(Function<Rows, T> work) {
        Supplier<T> here = () -> transaction.execute(status -> work.apply(new Rows(database)));
        return as(here);
    }

    private static <T> T as(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, work::get);
    }

    private static void as(Runnable work) {
        TenantContext.runAs(SIEGVO, work::run);
    }
}
