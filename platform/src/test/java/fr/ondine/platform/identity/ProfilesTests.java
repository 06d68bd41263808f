package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IdentityTest
class ProfilesTests {

    @Autowired
    Profiles profiles;

    @Autowired
    Credentials credentials;

    @Autowired
    Registration registration;

    @Autowired
    Sessions sessions;

    @Autowired
    Mailbox mailbox;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void empty_mailbox() {
        mailbox.empty();
    }

    @Test
    void a_new_address_counts_once_it_is_confirmed_and_the_old_one_is_told() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var fresh = somebody();
            profiles.requestEmailChange(user, PASSWORD, fresh, VISITOR);
            assertThat(profiles.of(user.userId()).email()).isEqualTo(user.email());
            var link = mailbox.last(EmailChangeRequested.class).token();
            assertThat(profiles.addressToConfirm(link)).contains(fresh);
            profiles.confirmEmailChange(link, PASSWORD);
            assertThatThrownBy(() -> profiles.confirmEmailChange(link, PASSWORD))
                    .isInstanceOf(LinkNoLongerValid.class);
            assertThat(sessions.isCurrent(user)).isFalse();
            assertThat(credentials.signIn(fresh.value(), PASSWORD, VISITOR).email())
                    .isEqualTo(fresh);
            assertThat(mailbox.last(EmailChanged.class).oldEmail()).isEqualTo(user.email());
        });
    }

    @Test
    void a_click_on_a_mail_that_somebody_else_caused_gives_them_no_address() {
        TenantContext.runAs(SIEGVO, () -> {
            var stranger = people.active();
            var other = people.active();
            var owners = somebody();
            profiles.requestEmailChange(stranger, PASSWORD, owners, VISITOR);
            var link = mailbox.last(EmailChangeRequested.class).token();

            assertThat(profiles.asksPassword(link)).isTrue();
            assertThatThrownBy(() -> profiles.confirmEmailChange(link, "")).isInstanceOf(WrongPassword.class);
            assertThat(profiles.isOwn(other, link)).isFalse();
            assertThatThrownBy(() -> profiles.confirmEmailChange(link, other)).isInstanceOf(SignInRefused.class);
            assertThat(profiles.of(stranger.userId()).email()).isEqualTo(stranger.email());

            assertThat(profiles.isOwn(stranger, link)).isTrue();
            assertThat(profiles.confirmEmailChange(link, stranger)).isEqualTo(owners);
            assertThatThrownBy(() -> profiles.confirmEmailChange(link, stranger))
                    .isInstanceOf(LinkNoLongerValid.class);
        });
    }

    @Test
    void a_session_that_was_ended_confirms_no_address() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            profiles.requestEmailChange(user, PASSWORD, somebody(), VISITOR);
            var link = mailbox.last(EmailChangeRequested.class).token();
            sessions.endAll(user.userId());

            assertThatThrownBy(() -> profiles.confirmEmailChange(link, user)).isInstanceOf(SignInRefused.class);
            assertThat(profiles.of(user.userId()).email()).isEqualTo(user.email());
        });
    }

    @Test
    void an_address_is_not_changed_without_the_password() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            assertThatThrownBy(() -> profiles.requestEmailChange(user, "un mot de passe faux", somebody(), VISITOR))
                    .isInstanceOf(WrongPassword.class);
            assertThat(mailbox.all(EmailChangeRequested.class)).isEmpty();
        });
    }

    @Test
    void an_address_that_has_an_account_is_told_so_and_nobody_else_is() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var other = people.active();
            profiles.requestEmailChange(user, PASSWORD, other.email(), VISITOR);
            assertThat(mailbox.all(EmailChangeRequested.class)).isEmpty();
            assertThat(mailbox.last(AccountAlreadyExists.class).user()).isEqualTo(other.userId());
        });
    }

    @Test
    void the_link_before_ends_whether_or_not_the_next_address_has_an_account() {
        TenantContext.runAs(SIEGVO, () -> {
            var other = people.active();
            for (var next : List.of(somebody(), other.email())) {
                var user = people.active();
                profiles.requestEmailChange(user, PASSWORD, somebody(), VISITOR);
                var before = mailbox.last(EmailChangeRequested.class).token();
                profiles.requestEmailChange(user, PASSWORD, next, VISITOR);
                assertThat(profiles.addressToConfirm(before)).isEmpty();
            }
        });
    }

    @Test
    void an_address_that_was_taken_meanwhile_is_refused() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var fresh = somebody();
            profiles.requestEmailChange(user, PASSWORD, fresh, VISITOR);
            var link = mailbox.last(EmailChangeRequested.class).token();
            people.active(fresh);
            assertThatThrownBy(() -> profiles.confirmEmailChange(link, PASSWORD))
                    .isInstanceOf(EmailUnavailable.class);
            assertThat(profiles.of(user.userId()).email()).isEqualTo(user.email());
        });
    }

    @Test
    void an_address_that_was_only_signed_up_with_is_free_for_whoever_confirms_it() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var fresh = somebody();
            var squatters = people.signedUp(fresh);
            profiles.requestEmailChange(user, PASSWORD, fresh, VISITOR);
            profiles.confirmEmailChange(mailbox.last(EmailChangeRequested.class).token(), PASSWORD);
            assertThat(profiles.of(user.userId()).email()).isEqualTo(fresh);
            assertThatThrownBy(() -> registration.activate(squatters, "")).isInstanceOf(LinkNoLongerValid.class);
            assertThat(credentials.signIn(fresh.value(), PASSWORD, VISITOR).userId())
                    .isEqualTo(user.userId());
        });
    }

    @Test
    void a_thief_who_signs_up_with_the_old_address_does_not_keep_its_owner_out() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            profiles.requestEmailChange(user, PASSWORD, somebody(), VISITOR);
            profiles.confirmEmailChange(mailbox.last(EmailChangeRequested.class).token(), PASSWORD);
            people.signedUp(user.email());
            profiles.undoEmailChange(mailbox.last(EmailChanged.class).undoToken());
            assertThat(profiles.of(user.userId()).email()).isEqualTo(user.email());
        });
    }

    @Test
    void the_owner_of_the_old_address_takes_the_account_back() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var thief = somebody();
            profiles.requestEmailChange(user, PASSWORD, thief, VISITOR);
            profiles.confirmEmailChange(mailbox.last(EmailChangeRequested.class).token(), PASSWORD);
            var undo = mailbox.last(EmailChanged.class).undoToken();
            assertThat(profiles.addressToRestore(undo)).contains(user.email());
            profiles.undoEmailChange(undo);
            assertThatThrownBy(() -> profiles.undoEmailChange(undo)).isInstanceOf(LinkNoLongerValid.class);
            assertThatThrownBy(() -> credentials.signIn(user.address(), PASSWORD, VISITOR))
                    .as("whoever changed the address may know the password")
                    .isInstanceOf(SignInRefused.class);
            var reset = mailbox.last(PasswordResetRequested.class);
            assertThat(reset.email()).isEqualTo(user.email());
            credentials.reset(reset.token(), "quatre chats noirs");
            assertThat(credentials
                            .signIn(user.address(), "quatre chats noirs", VISITOR)
                            .userId())
                    .isEqualTo(user.userId());
        });
    }

    @Test
    void a_thief_who_moves_the_account_on_and_back_does_not_undo_its_owners_way_back() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var thief = somebody();
            var owners = moved(user, thief);
            var theirs = moved(credentials.signIn(thief.value(), PASSWORD, VISITOR), somebody());
            profiles.undoEmailChange(theirs);
            assertThat(profiles.of(user.userId()).email()).isEqualTo(thief);
            profiles.undoEmailChange(owners);
            assertThat(profiles.of(user.userId()).email()).isEqualTo(user.email());
        });
    }

    @Test
    void once_the_address_is_restored_no_link_of_a_later_change_moves_the_account() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var thief = somebody();
            var owners = moved(user, thief);
            var theirs = moved(credentials.signIn(thief.value(), PASSWORD, VISITOR), somebody());
            profiles.undoEmailChange(owners);
            assertThatThrownBy(() -> profiles.undoEmailChange(theirs)).isInstanceOf(LinkNoLongerValid.class);
            assertThat(profiles.of(user.userId()).email()).isEqualTo(user.email());
        });
    }

    private RawToken moved(CurrentUser user, EmailAddress fresh) {
        profiles.requestEmailChange(user, PASSWORD, fresh, VISITOR);
        profiles.confirmEmailChange(mailbox.last(EmailChangeRequested.class).token(), PASSWORD);
        return mailbox.last(EmailChanged.class).undoToken();
    }

    @Test
    void a_deleted_account_is_forgotten_and_its_address_free_again() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            assertThatThrownBy(() -> profiles.delete(user, "un mot de passe faux"))
                    .isInstanceOf(WrongPassword.class);
            profiles.delete(user, PASSWORD);
            assertThat(sessions.isCurrent(user)).isFalse();
            assertThatThrownBy(() -> credentials.signIn(user.address(), PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
            assertThat(mailbox.last(AccountDeleted.class).email()).isEqualTo(user.email());
            assertThat(kept(user)).doesNotContain(user.address());
            assertThat(people.active(user.email()).userId()).isNotEqualTo(user.userId());
        });
    }

    @Test
    void no_secret_of_a_link_is_stored() {
        TenantContext.runAs(SIEGVO, () -> {
            var link = people.signedUp(somebody());
            assertThat(transaction.<String>execute(
                            status -> database.sql("select string_agg(email_token::text, ' ') from email_token")
                                    .query(String.class)
                                    .single()))
                    .doesNotContain(link.value());
            assertThat(mailbox.last(ActivationRequested.class).toString()).doesNotContain(link.value());
        });
    }

    private String kept(CurrentUser user) {
        return transaction.execute(status -> database.sql("select user_account::text from user_account where id = :id")
                .param("id", user.userId().value())
                .query(String.class)
                .single());
    }
}
