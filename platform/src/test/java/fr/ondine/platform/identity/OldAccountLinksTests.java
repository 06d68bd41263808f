package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.oldaccounts.OldAccountAwaits;
import fr.ondine.platform.oldaccounts.OldAccountTaken;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Each login comes over once, by the mailed link of who showed that it is theirs. */
class OldAccountLinksTests extends OldAccountTest {

    @Autowired
    People people;

    @Autowired
    Sessions sessions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TenantClock clock;

    @Test
    void of_two_who_come_over_with_one_number_one_does_and_a_link_counts_once() {
        at(UTILITY, () -> {
            var login = login(null);
            var first = somebody();
            var second = somebody();
            old.comeOver(proven(login), wanted(first), VISITOR);
            var firstLink = mailbox.last(ActivationRequested.class).token();
            old.comeOver(proven(login), wanted(second), VISITOR);
            var secondLink = mailbox.last(ActivationRequested.class).token();

            registration.activate(firstLink, PASSWORD);

            assertThatThrownBy(() -> registration.activate(firstLink, PASSWORD)).isInstanceOf(LinkNoLongerValid.class);
            assertThatCode(() -> registration.activate(secondLink, PASSWORD))
                    .as("the other one has an account, and no contract")
                    .doesNotThrowAnyException();
            assertThat(agreementsOf(first)).hasSize(1);
            assertThat(agreementsOf(second)).isEmpty();
        });
    }

    @Test
    void two_clicks_at_the_same_moment_open_the_contract_to_one_of_them() throws Exception {
        var login = TenantContext.callAs(UTILITY, () -> login(null));
        var people = new EmailAddress[] {somebody(), somebody()};
        var clicks = new ArrayList<Callable<EmailAddress>>();
        at(UTILITY, () -> {
            for (var email : people) {
                old.comeOver(proven(login), wanted(email), VISITOR);
                var link = mailbox.last(ActivationRequested.class).token();
                clicks.add(() -> TenantContext.callAs(UTILITY, () -> registration.activate(link, PASSWORD)));
            }
        });
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var click : both.invokeAll(clicks)) {
                click.get();
            }
        }
        at(
                UTILITY,
                () -> assertThat(agreementsOf(people[0]).size()
                                + agreementsOf(people[1]).size())
                        .isEqualTo(1));
    }

    @Test
    void the_address_of_an_account_is_not_told_and_its_owner_alone_brings_the_contracts_in_signed_in() {
        at(UTILITY, () -> {
            var login = login(null);
            var owner = people.active();
            var other = people.active();
            mailbox.empty();

            old.comeOver(proven(login), wanted(owner.email()), VISITOR);

            assertThat(mailbox.all(ActivationRequested.class)).isEmpty();
            assertThat(mailbox.all(AccountAlreadyExists.class)).isEmpty();
            var link = mailbox.last(OldAccountAwaits.class).token();
            assertThat(mailbox.last(OldAccountAwaits.class).email()).isEqualTo(owner.email());
            assertThat(agreements.ofUser(owner.userId())).isEmpty();
            assertThat(old.brings(other, link)).isEmpty();
            assertThatThrownBy(() -> old.bringIn(other, link)).isInstanceOf(OldAccountTaken.class);
            assertThat(credentials.signIn(owner.address(), PASSWORD, VISITOR)).isEqualTo(owner);

            assertThat(old.brings(owner, link)).get().asList().containsExactly(printed(login));
            old.bringIn(owner, link);

            assertThat(agreements.ofUser(owner.userId())).hasSize(1);
            assertThat(cameOver(login)).isTrue();
            assertThat(old.brings(owner, link)).isEmpty();
            assertThatThrownBy(() -> old.bringIn(owner, link)).isInstanceOf(OldAccountTaken.class);
        });
    }

    @Test
    void a_session_that_was_ended_since_brings_nothing_in() {
        at(UTILITY, () -> {
            var owner = people.active();
            var login = login(null);
            old.comeOver(proven(login), wanted(owner.email()), VISITOR);
            var link = mailbox.last(OldAccountAwaits.class).token();
            sessions.endAll(owner.userId());

            assertThatThrownBy(() -> old.bringIn(owner, link)).isInstanceOf(SignInRefused.class);

            assertThat(cameOver(login)).isFalse();
        });
    }

    @Test
    void who_proved_it_before_somebody_else_brought_it_over_brings_nothing_in() {
        at(UTILITY, () -> {
            var login = login(null);
            var late = proven(login);
            old.comeOver(proven(login), wanted(somebody()), VISITOR);
            registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);
            assertThat(requests(login)).as("of the others").isEqualTo("0");
            var owner = people.active();
            var fresh = somebody();

            old.comeOver(late, wanted(owner.email()), VISITOR);
            var link = mailbox.last(OldAccountAwaits.class).token();
            old.comeOver(late, wanted(fresh), VISITOR);
            registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);

            assertThat(old.brings(owner, link)).isEmpty();
            assertThatThrownBy(() -> old.bringIn(owner, link)).isInstanceOf(OldAccountTaken.class);
            assertThat(agreementsOf(owner.email())).isEmpty();
            assertThat(agreementsOf(fresh)).isEmpty();
            assertThat(audit(login)).isEqualTo("old-account.came-over old-account.too-late");
        });
    }

    @Test
    void an_activation_brings_in_what_was_filed_for_it_and_for_that_person() {
        at(UTILITY, () -> {
            var waiting = login(null);
            old.comeOver(proven(waiting), wanted(somebody()), VISITOR);
            var owner = people.active();
            var mailed = login(null);
            old.comeOver(proven(mailed), wanted(owner.email()), VISITOR);

            activated(owner.userId(), waiting);
            activated(owner.userId(), mailed);

            assertThat(cameOver(waiting)).as("of another person").isFalse();
            assertThat(cameOver(mailed)).as("its link was not followed").isFalse();
        });
    }

    @Test
    void a_link_that_was_left_too_long_brings_nothing_in() {
        at(UTILITY, () -> {
            var owner = people.active();
            var login = login(null);
            old.comeOver(proven(login), wanted(owner.email()), VISITOR);
            var link = mailbox.last(OldAccountAwaits.class).token();
            inTransaction(() -> run(
                    "update old_login_request set expires_at = now() - interval '1 minute' where link = ?",
                    link.digest()));

            assertThat(old.brings(owner, link)).isEmpty();
            assertThatThrownBy(() -> old.bringIn(owner, link)).isInstanceOf(OldAccountTaken.class);
            old.comeOver(proven(login), wanted(owner.email()), VISITOR);
            assertThat(requests(login)).as("the last one alone").isEqualTo("1");
        });
    }

    @Test
    void an_activation_that_is_sent_again_after_more_than_a_week_still_brings_the_contracts_in() {
        var later = Duration.ofDays(8);
        at(UTILITY, () -> {
            var login = login(null);
            var email = somebody();
            old.comeOver(proven(login), wanted(email), VISITOR);
            clock.advance(later);
            try {
                registration.resend(email, VISITOR);
                registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);
            } finally {
                clock.advance(later.negated());
            }

            assertThat(agreementsOf(email)).hasSize(1);
            assertThat(cameOver(login)).isTrue();
        });
    }

    @Test
    void an_activation_link_is_none_of_those_that_bring_in() {
        at(UTILITY, () -> {
            var owner = people.active();
            old.comeOver(proven(login(null)), wanted(somebody()), VISITOR);
            var link = mailbox.last(ActivationRequested.class).token();

            assertThat(old.brings(owner, link)).isEmpty();
            assertThatThrownBy(() -> old.bringIn(owner, link)).isInstanceOf(OldAccountTaken.class);
            assertThatThrownBy(() -> old.bringIn(owner, new RawToken(""))).isInstanceOf(OldAccountTaken.class);
        });
    }

    private void activated(UserId user, Login claimed) {
        var request = UUID.fromString(one(
                "select r.id::text from old_login_request r join old_login o on o.id = r.old_login_id where o.number = ?",
                claimed.number()));
        transaction.executeWithoutResult(
                status -> events.publishEvent(new UserActivated(TenantContext.current(), user, Set.of(request))));
    }
}
