package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.identity.ActivationRequested.Reason;
import fr.ondine.platform.identity.SignInMethodChanged.What;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.testing.Utilities;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class FranceConnectAccountsTests {

    private static final TenantId OFFERING = new TenantId("fcidentity");
    private static final String OTHER_PASSWORD = "quatre chats noirs";

    @Autowired
    FranceConnectAccounts accounts;

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
    IdentityEachDay eachDay;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    Mailbox mailbox;

    @Autowired
    People people;

    @BeforeEach
    void a_utility_that_offers_it_and_an_empty_mailbox() {
        offer(true);
        mailbox.empty();
    }

    @Test
    void who_comes_for_the_first_time_has_an_account_once_the_mail_is_confirmed_and_not_before() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = angela();
            var email = somebody();

            accounts.signUp(angela, email, VISITOR);
            assertThat(accounts.signIn(angela)).isEmpty();

            var mail = mailbox.last(ActivationRequested.class);
            assertThat(mail.reason()).isEqualTo(Reason.FRANCE_CONNECT);
            assertThat(registration.activation(mail.token())).get().satisfies(activation -> {
                assertThat(activation.password()).isEqualTo(Activation.Password.FRANCE_CONNECT);
                assertThat(activation.name().full()).isEqualTo("Angela DUBOIS");
            });
            var user = accounts.confirm(mail.token(), angela);
            assertThat(accounts.signIn(angela)).contains(user);
            assertThat(user.email()).isEqualTo(email);
            assertThat(user.displayName()).isEqualTo("Angela DUBOIS");
            assertThat(mailbox.last(UserActivated.class).claims())
                    .as("the contract is claimed with an invoice, as by everybody")
                    .isEmpty();
            assertThat(accounts.waysIn(user.userId()).password()).isFalse();
        });
    }

    @Test
    void a_link_that_was_used_or_whose_person_has_an_account_meanwhile_opens_nothing() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = angela();
            accounts.signUp(angela, somebody(), VISITOR);
            var first = mailbox.last(ActivationRequested.class).token();
            accounts.signUp(angela, somebody(), VISITOR);
            var second = mailbox.last(ActivationRequested.class).token();

            assertThatThrownBy(() -> accounts.confirm(first, angela))
                    .as("another address was given since")
                    .isInstanceOf(LinkNoLongerValid.class);
            accounts.confirm(second, angela);

            assertThatThrownBy(() -> accounts.confirm(second, angela)).isInstanceOf(LinkNoLongerValid.class);
        });
    }

    @Test
    void a_mailbox_alone_opens_nothing_to_its_owner_nor_to_who_mistyped_the_address() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = angela();
            accounts.signUp(angela, somebody(), VISITOR);
            var link = mailbox.last(ActivationRequested.class).token();

            assertThatThrownBy(() -> registration.activate(link, "")).isInstanceOf(AnotherIdentity.class);
            assertThatThrownBy(() -> registration.activate(link, PASSWORD)).isInstanceOf(AnotherIdentity.class);
            assertThatThrownBy(() -> accounts.confirm(link, angela())).isInstanceOf(AnotherIdentity.class);

            assertThat(accounts.signIn(angela)).isEmpty();
            assertThat(accounts.confirm(link, angela).displayName())
                    .as("who was refused has used nothing up")
                    .isEqualTo("Angela DUBOIS");
        });
    }

    @Test
    void a_link_to_a_password_is_confirmed_by_nobody_from_franceconnect() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var link = people.signedUp(somebody());

            assertThatThrownBy(() -> accounts.confirm(link, angela())).isInstanceOf(AnotherIdentity.class);
            registration.activate(link, PASSWORD);
        });
    }

    @Test
    void who_comes_again_before_confirming_is_told_where_the_mail_went_and_corrects_the_address() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = angela();
            var mistyped = somebody();
            var right = somebody();
            assertThat(accounts.awaited(angela)).isEmpty();

            accounts.signUp(angela, mistyped, VISITOR);
            assertThat(accounts.awaited(angela).orElseThrow().email()).isEqualTo(mistyped);
            assertThat(accounts.awaited(angela())).isEmpty();
            var gone = mailbox.last(ActivationRequested.class).token();
            accounts.signUp(angela, right, VISITOR);

            assertThat(accounts.awaited(angela).orElseThrow().email()).isEqualTo(right);
            assertThat(registration.activation(gone)).isEmpty();
            accounts.confirm(mailbox.last(ActivationRequested.class).token(), angela);
            assertThat(accounts.awaited(angela)).isEmpty();
        });
    }

    @Test
    void who_has_the_link_sent_again_gets_their_own_though_somebody_else_asked_with_the_address_since() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = angela();
            var email = somebody();
            var own = accounts.signUp(angela, email, VISITOR);
            registration.signUp(new NewAccount(email, OTHER_PASSWORD), VISITOR);

            registration.resend(email, own, VISITOR);

            var mail = mailbox.last(ActivationRequested.class);
            assertThat(mail.reason()).isEqualTo(Reason.FRANCE_CONNECT);
            assertThat(accounts.confirm(mail.token(), angela).email()).isEqualTo(email);
        });
    }

    @Test
    void a_corrected_address_leaves_alone_what_others_asked_for_at_the_first_one() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = angela();
            var shared = somebody();
            var others = people.signedUp(shared);
            accounts.signUp(angela, shared, VISITOR);
            var own = mailbox.last(ActivationRequested.class).token();

            accounts.signUp(angela, somebody(), VISITOR);

            assertThat(registration.activation(own)).isEmpty();
            assertThat(registration.activation(others)).isPresent();
        });
    }

    @Test
    void where_the_mail_went_is_told_alike_whether_the_address_has_an_account() {
        TenantContext.runAs(SIEGVO, () -> {
            var owner = people.active();
            var stranger = angela();

            accounts.signUp(stranger, owner.email(), VISITOR);

            assertThat(accounts.awaited(stranger).orElseThrow().email()).isEqualTo(owner.email());
        });
    }

    @Test
    void the_address_of_an_account_makes_nobody_its_owner_and_the_mailbox_is_told_what_to_do() {
        TenantContext.runAs(SIEGVO, () -> {
            var owner = people.active();
            var stranger = angela();

            accounts.signUp(stranger, owner.email(), VISITOR);

            assertThat(accounts.signIn(stranger)).isEmpty();
            assertThat(mailbox.last(AccountAlreadyExists.class).identified()).isTrue();
            assertThat(accounts.waysIn(owner.userId()).franceConnect()).isEmpty();
        });
    }

    @Test
    void a_forgotten_password_brings_no_identity_of_somebody_else_into_the_account() {
        TenantContext.runAs(SIEGVO, () -> {
            var stranger = angela();
            var email = somebody();
            accounts.signUp(stranger, email, VISITOR);

            credentials.requestReset(email, VISITOR);
            credentials.reset(mailbox.last(PasswordResetRequested.class).token(), PASSWORD);

            var owner = credentials.signIn(email.value(), PASSWORD, VISITOR);
            assertThat(accounts.signIn(stranger)).isEmpty();
            assertThat(owner.displayName()).isEqualTo(email.value());
        });
    }

    @Test
    void who_is_signed_in_links_it_with_the_password_and_is_told_by_mail() {
        TenantContext.runAs(SIEGVO, () -> {
            var owner = people.active();
            var angela = angela();

            assertThatThrownBy(() -> accounts.link(owner, angela, OTHER_PASSWORD))
                    .isInstanceOf(WrongPassword.class);
            assertThat(accounts.signIn(angela)).isEmpty();
            accounts.signUp(angela, owner.email(), VISITOR);

            accounts.link(owner, angela, PASSWORD);

            assertThat(accounts.signIn(angela)).get().isEqualTo(owner);
            assertThat(accounts.awaited(angela))
                    .as("no mail is waited for any more")
                    .isEmpty();
            assertThat(mailbox.last(SignInMethodChanged.class).what()).isEqualTo(What.FRANCE_CONNECT_LINKED);
            assertThat(credentials.signIn(owner.address(), PASSWORD, VISITOR)).isEqualTo(owner);
        });
    }

    @Test
    void one_identity_opens_one_account_and_one_account_is_opened_by_one_identity() {
        TenantContext.runAs(SIEGVO, () -> {
            var angela = angela();
            var owner = people.active();
            var other = people.active();
            accounts.link(owner, angela, PASSWORD);

            assertThatThrownBy(() -> accounts.link(other, angela, PASSWORD)).isInstanceOf(IdentityUnavailable.class);
            assertThatThrownBy(() -> accounts.link(owner, angela(), PASSWORD)).isInstanceOf(IdentityUnavailable.class);
            assertThat(accounts.signIn(angela)).get().isEqualTo(owner);
        });
    }

    @Test
    void of_two_accounts_that_link_it_at_the_same_moment_one_does() throws Exception {
        var angela = angela();
        var owners = TenantContext.callAs(SIEGVO, () -> {
            var both = new ArrayList<CurrentUser>();
            both.add(people.active());
            both.add(people.active());
            return both;
        });
        try (var threads = Executors.newFixedThreadPool(2)) {
            var tries = owners.stream()
                    .<Callable<@Nullable Exception>>map(owner -> () -> TenantContext.callAs(SIEGVO, () -> {
                        try {
                            accounts.link(owner, angela, PASSWORD);
                            return null;
                        } catch (IdentityUnavailable taken) {
                            return taken;
                        }
                    }))
                    .toList();
            var refused = 0;
            for (var result : threads.invokeAll(tries)) {
                refused += result.get() == null ? 0 : 1;
            }
            assertThat(refused).isEqualTo(1);
        }
    }

    @Test
    void either_way_in_is_given_up_as_long_as_the_other_is_left() {
        TenantContext.runAs(OFFERING, () -> {
            var owner = people.active();
            assertThatThrownBy(() -> accounts.removePassword(owner, PASSWORD)).isInstanceOf(LastWayIn.class);
            var angela = angela();
            accounts.link(owner, angela, PASSWORD);
            var device = devices.remember(owner);

            var left = accounts.removePassword(owner, PASSWORD);

            assertThat(sessions.isCurrent(owner))
                    .as("other sessions have ended")
                    .isFalse();
            assertThat(sessions.isCurrent(left)).isTrue();
            assertThat(devices.recognise(device, Browser.UNKNOWN)).isEmpty();
            assertThat(mailbox.last(SignInMethodChanged.class).what()).isEqualTo(What.PASSWORD_REMOVED);
            assertThatThrownBy(() -> credentials.signIn(owner.address(), PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
            assertThat(accounts.signIn(angela)).get().isEqualTo(left);
            assertThatThrownBy(() -> accounts.unlink(left, PASSWORD)).isInstanceOf(WrongPassword.class);
        });
    }

    @Test
    void a_password_is_given_up_by_who_comes_from_franceconnect_once_more_for_that_and_for_nothing_else() {
        TenantContext.runAs(OFFERING, () -> {
            var owner = people.active();
            var angela = angela();
            accounts.link(owner, angela, PASSWORD);
            var unlinking = accounts.prove(owner, OwnerAct.UNLINK_IDENTITY, angela);
            assertThatThrownBy(() -> accounts.removePassword(owner, unlinking)).isInstanceOf(OwnerProofOver.class);
            assertThat(accounts.waysIn(owner.userId()).password()).isTrue();

            var left = accounts.removePassword(owner, accounts.prove(owner, OwnerAct.REMOVE_PASSWORD, angela));

            assertThat(accounts.waysIn(left.userId()).password()).isFalse();
            assertThat(accounts.signIn(angela)).get().isEqualTo(left);
        });
    }

    @Test
    void where_franceconnect_is_not_offered_the_password_is_the_last_way_in() {
        TenantContext.runAs(SIEGVO, () -> {
            var owner = people.active();
            accounts.link(owner, angela(), PASSWORD);

            assertThatThrownBy(() -> accounts.removePassword(owner, PASSWORD)).isInstanceOf(LastWayIn.class);

            assertThat(credentials.signIn(owner.address(), PASSWORD, VISITOR)).isEqualTo(owner);
        });
    }

    @Test
    void whom_it_alone_lets_in_is_written_to_once_when_it_is_offered_no_longer_and_chooses_a_password() {
        TenantContext.runAs(OFFERING, () -> {
            var before = accounts.leftOutside(offering(true), offering(false));
            var alone = activated(angela(), somebody());
            var both = people.active();
            accounts.link(both, angela(), PASSWORD);
            assertThat(accounts.leftOutside(offering(true), offering(false))).isEqualTo(before + 1);
            assertThat(accounts.leftOutside(offering(true), offering(true))).isZero();
            assertThat(accounts.leftOutside(offering(false), offering(false))).isZero();
            mailbox.empty();

            eachDay.run();
            assertThat(told()).as("it is offered").isEmpty();

            offer(false);
            eachDay.run();
            eachDay.run();
            assertThat(told()).hasSize(before + 1);
            var own = told().stream()
                    .filter(mail -> mail.user().equals(alone.userId()))
                    .findFirst()
                    .orElseThrow();
            credentials.reset(own.token(), PASSWORD);
            assertThat(credentials.signIn(alone.address(), PASSWORD, VISITOR).userId())
                    .isEqualTo(alone.userId());

            offer(true);
            eachDay.run();
            offer(false);
            eachDay.run();
            assertThat(told())
                    .as("who has a password needs no second mail, the others were let in meanwhile")
                    .hasSize(before + 1 + before);
        });
    }

    @Test
    void a_password_chosen_by_mail_leaves_nothing_linked_until_its_owner_links_it_anew() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = angela();
            var user = activated(angela, somebody());

            credentials.requestReset(user.email(), VISITOR);
            credentials.reset(mailbox.last(PasswordResetRequested.class).token(), PASSWORD);
            assertThat(accounts.signIn(angela)).isEmpty();
            assertThat(mailbox.last(SignInMethodChanged.class).what()).isEqualTo(What.FRANCE_CONNECT_UNLINKED);
            accounts.link(credentials.signIn(user.address(), PASSWORD, VISITOR), angela, PASSWORD);
            var both = accounts.signIn(angela).orElseThrow();

            var left = accounts.unlink(both, PASSWORD);

            assertThat(accounts.signIn(angela)).isEmpty();
            assertThat(sessions.isCurrent(both)).isFalse();
            assertThat(sessions.isCurrent(left)).isTrue();
            assertThat(mailbox.last(SignInMethodChanged.class).what()).isEqualTo(What.FRANCE_CONNECT_UNLINKED);
            assertThat(credentials.signIn(user.address(), PASSWORD, VISITOR)).isEqualTo(left);
        });
    }

    @Test
    void an_address_that_is_taken_back_takes_the_linked_identity_with_it() {
        TenantContext.runAs(SIEGVO, () -> {
            var owner = people.active();
            var thief = angela();
            accounts.link(owner, thief, PASSWORD);
            profiles.requestEmailChange(owner, PASSWORD, somebody(), VISITOR);
            profiles.confirmEmailChange(mailbox.last(EmailChangeRequested.class).token(), PASSWORD);

            profiles.undoEmailChange(mailbox.last(EmailChanged.class).undoToken());

            assertThat(accounts.signIn(thief)).isEmpty();
        });
    }

    @Test
    void a_deleted_account_leaves_the_identity_free() {
        TenantContext.runAs(SIEGVO, () -> {
            var owner = people.active();
            var angela = angela();
            accounts.link(owner, angela, PASSWORD);

            profiles.delete(owner, PASSWORD);

            assertThat(accounts.signIn(angela)).isEmpty();
            assertThat(activated(angela, somebody()).userId()).isNotEqualTo(owner.userId());
        });
    }

    @Test
    void the_same_person_at_two_utilities_is_two_accounts_and_neither_sees_the_others() {
        var angela = angela();
        var here = TenantContext.callAs(SIEGVO, () -> activated(angela, somebody()));

        TenantContext.runAs(MALESHERBOIS, () -> {
            assertThat(accounts.signIn(angela)).isEmpty();
            assertThat(activated(angela, somebody()).userId()).isNotEqualTo(here.userId());
        });

        TenantContext.runAs(
                SIEGVO, () -> assertThat(accounts.signIn(angela)).get().isEqualTo(here));
    }

    private List<WayInClosed> told() {
        return mailbox.all(WayInClosed.class).stream()
                .filter(mail -> mail.tenant().equals(OFFERING))
                .toList();
    }

    private void offer(boolean on) {
        TenantContext.callUnbound(() -> provisioning.provision(yaml(on)));
    }

    private static TenantConfig offering(boolean on) {
        return TenantConfigReader.read(yaml(on));
    }

    private static String yaml(boolean on) {
        var yaml = Utilities.like(MALESHERBOIS, OFFERING.slug()) + """

                france-connect:
                  issuer: https://fc.exemple.fr/api/v2
                  client-id: client-of-identity
                  signature: es256
                  userinfo: json
                """;
        return on ? yaml.replace("[email-and-password]", "[email-and-password, france-connect]") : yaml;
    }

    private CurrentUser activated(ProvenIdentity identity, EmailAddress email) {
        accounts.signUp(identity, email, VISITOR);
        return accounts.confirm(mailbox.last(ActivationRequested.class).token(), identity);
    }

    private static ProvenIdentity angela() {
        return new ProvenIdentity(
                "https://fc.exemple.fr/api/v2", UUID.randomUUID() + "v1", "Angela", "DUBOIS", "angela@exemple.fr");
    }
}
