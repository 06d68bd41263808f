package fr.ondine.platform.identity;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IdentityTest
class SessionsTests {

    private static final Browser PHONE = new Browser("Safari", "iPhone");
    private static final Browser DESK = new Browser("Firefox", "Windows");
    private static final Duration IDLE = Duration.ofMinutes(30);

    @Autowired
    Sessions sessions;

    @Autowired
    RememberedDevices devices;

    @Autowired
    Credentials credentials;

    @Autowired
    Profiles profiles;

    @Autowired
    People people;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TenantClock clock;

    @Test
    void are_listed_with_the_one_that_asks_first_and_the_last_used_next() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var phone = sessions.begin(user, PHONE, Optional.empty()).user();
            clock.advance(Duration.ofMinutes(5));
            var desk = sessions.begin(user, DESK, Optional.empty()).user();
            assertThat(sessions.of(phone, IDLE))
                    .extracting(SignedInDevice::browser, SignedInDevice::current)
                    .containsExactly(tuple(PHONE, true), tuple(DESK, false));
            clock.advance(Duration.ofMinutes(5));
            assertThat(sessions.isCurrent(desk)).isTrue();
            assertThat(sessions.of(phone, IDLE).getLast().lastUsed())
                    .isAfter(clock.instant().minusSeconds(60));
        });
    }

    @Test
    void that_nobody_used_for_long_are_listed_only_where_the_device_is_remembered() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            sessions.begin(user, PHONE, Optional.empty()).user();
            devices.remember(sessions.begin(user, DESK, Optional.empty()).user());
            clock.advance(IDLE.multipliedBy(2));
            var here = sessions.begin(user, PHONE, Optional.empty()).user();
            assertThat(sessions.of(here, IDLE))
                    .extracting(SignedInDevice::remembered)
                    .containsExactly(false, true);
        });
    }

    @Test
    void one_that_is_ended_counts_no_longer_and_the_others_go_on() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var here = sessions.begin(user, DESK, Optional.empty()).user();
            var lost = sessions.begin(user, PHONE, Optional.empty()).user();
            var remembered = devices.remember(lost);
            sessions.end(here.userId(), id(lost));
            assertThat(sessions.isCurrent(lost)).isFalse();
            assertThat(devices.recognise(remembered, PHONE)).isEmpty();
            assertThat(sessions.isCurrent(here)).isTrue();
        });
    }

    @Test
    void of_somebody_else_are_ended_by_nobody() {
        TenantContext.runAs(SIEGVO, () -> {
            var theirs =
                    sessions.begin(people.active(), PHONE, Optional.empty()).user();
            var device = devices.remember(theirs);
            sessions.end(people.active().userId(), id(theirs));
            assertThat(sessions.isCurrent(theirs)).isTrue();
            assertThat(devices.recognise(device, PHONE)).isPresent();
        });
    }

    @Test
    void of_another_utility_count_nowhere_else() {
        var user = TenantContext.callAs(
                SIEGVO,
                () -> sessions.begin(people.active(), PHONE, Optional.empty()).user());
        assertThat(TenantContext.callAs(MALESHERBOIS, () -> sessions.isCurrent(user)))
                .isFalse();
    }

    @Test
    void all_others_end_at_once_with_their_devices_and_this_one_goes_on_with_its_own() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var here = sessions.begin(user, DESK, Optional.empty()).user();
            var own = devices.remember(here);
            var other = sessions.begin(user, PHONE, Optional.empty()).user();
            var others = devices.remember(other);
            var still = sessions.endOthers(here);
            assertThat(sessions.isCurrent(other)).isFalse();
            assertThat(sessions.isCurrent(user))
                    .as("begun before there were lists")
                    .isFalse();
            assertThat(sessions.isCurrent(here)).as("a copy of this session").isFalse();
            assertThat(sessions.isCurrent(still)).isTrue();
            assertThat(sessions.of(still, IDLE)).hasSize(1);
            assertThat(devices.recognise(others, PHONE)).isEmpty();
            assertThat(devices.recognise(own, DESK)).isPresent();
        });
    }

    @Test
    void of_a_remembered_device_are_one_line_however_often_it_comes() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = sessions.begin(people.active(), DESK, Optional.empty()).user();
            var device = devices.remember(user);
            clock.advance(Duration.ofDays(2));
            var again = devices.recognise(device, DESK).orElseThrow().user();
            assertThat(again.session()).isEqualTo(user.session());
            assertThat(sessions.of(again, IDLE)).hasSize(1);
        });
    }

    @Test
    void go_on_in_the_list_after_a_new_password_and_the_others_are_gone_from_it() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var here = sessions.begin(user, DESK, Optional.empty()).user();
            sessions.begin(user, PHONE, Optional.empty()).user();
            var become = credentials
                    .change(here, People.PASSWORD, "quatre chats noirs")
                    .in(here.session());
            sessions.goOn(become);
            assertThat(sessions.of(become, IDLE))
                    .extracting(SignedInDevice::current)
                    .containsExactly(true);
        });
    }

    @Test
    void end_with_the_account() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = sessions.begin(people.active(), DESK, Optional.empty()).user();
            profiles.delete(user, People.PASSWORD);
            assertThat(sessions.isCurrent(user)).isFalse();
            assertThat(sessions.of(user, IDLE)).isEmpty();
        });
    }

    @Test
    void with_a_new_browser_are_told_of_but_not_the_first_nor_one_that_comes_back() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            mailbox.empty();
            var desk = sessions.begin(user, DESK, Optional.empty()).mark();
            assertThat(sessions.begin(user, DESK, Optional.of(desk)).mark()).isEqualTo(desk);
            assertThat(mailbox.all(NewBrowser.class)).isEmpty();
            sessions.begin(user, PHONE, Optional.empty());
            sessions.begin(user, PHONE, Optional.of(RawToken.fresh()));
            assertThat(mailbox.all(NewBrowser.class))
                    .extracting(NewBrowser::email, NewBrowser::browser)
                    .containsExactly(tuple(user.email(), PHONE), tuple(user.email(), PHONE));
        });
    }

    @Test
    void with_a_browser_of_the_household_are_new_to_each_account() {
        TenantContext.runAs(SIEGVO, () -> {
            var one = people.active();
            var other = people.active();
            var household = sessions.begin(one, DESK, Optional.empty()).mark();
            sessions.begin(other, PHONE, Optional.empty());
            mailbox.empty();
            sessions.begin(other, DESK, Optional.of(household));
            assertThat(mailbox.last(NewBrowser.class).email()).isEqualTo(other.email());
        });
    }

    @Test
    void do_not_begin_for_who_was_asked_before_the_password_was_changed_or_the_account_closed() {
        TenantContext.runAs(SIEGVO, () -> {
            var asked = people.active();
            assertThat(sessions.isCurrent(
                            sessions.begin(asked, DESK, Optional.empty()).user()))
                    .isTrue();
            var still = credentials.change(asked, People.PASSWORD, "trois chevaux blancs");
            assertThatThrownBy(() -> sessions.begin(asked, DESK, Optional.empty()))
                    .isInstanceOf(SignInRefused.class);
            profiles.delete(still, "trois chevaux blancs");
            assertThatThrownBy(() -> sessions.begin(still, DESK, Optional.empty()))
                    .isInstanceOf(SignInRefused.class);
        });
    }

    @Test
    void begin_with_a_note_of_when_that_was() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            sessions.begin(user, DESK, Optional.empty());
            Instant noted = Objects.requireNonNull(
                    transaction.execute(status -> database.sql("select last_sign_in_at from user_account where id = ?")
                            .param(user.userId().value())
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant()));
            assertThat(noted).isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
        });
    }

    private static UUID id(CurrentUser user) {
        return Objects.requireNonNull(user.session());
    }
}
