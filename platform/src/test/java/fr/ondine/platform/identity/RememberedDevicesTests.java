package fr.ondine.platform.identity;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IdentityTest
class RememberedDevicesTests {

    private static final Duration LATER = Duration.ofMinutes(2);

    @Autowired
    Mailbox mailbox;

    @Autowired
    RememberedDevices devices;

    @Autowired
    Sessions sessions;

    @Autowired
    People people;

    @Autowired
    UserAccounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TenantClock clock;

    @Test
    void a_device_is_recognised_at_each_visit_by_a_new_secret() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var first = devices.remember(user);
            clock.advance(LATER);
            var second = devices.recognise(first, Browser.UNKNOWN).orElseThrow();
            assertThat(second.user().in(null)).isEqualTo(user);
            assertThat(second.next()).isNotNull().isNotEqualTo(first);
            clock.advance(Duration.ofDays(3));
            assertThat(devices.recognise(second.next(), Browser.UNKNOWN)).isPresent();
        });
    }

    @Test
    void tabs_that_open_together_show_the_same_secret_and_nobody_is_a_thief() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = devices.remember(user);
            clock.advance(LATER);
            var next = devices.recognise(device, Browser.UNKNOWN).orElseThrow().next();
            assertThat(next).isNotNull();
            assertThat(devices.recognise(device, Browser.UNKNOWN).orElseThrow().next())
                    .isNull();
            assertThat(devices.recognise(next, Browser.UNKNOWN).orElseThrow().next())
                    .as("changed once, so that the tab that still shows the first one is no thief")
                    .isNull();
            assertThat(devices.recognise(device, Browser.UNKNOWN)).isPresent();
            assertThat(sessions.isCurrent(user)).isTrue();
        });
    }

    @Test
    void twenty_tabs_at_the_same_moment_are_one_device() throws Exception {
        var user = TenantContext.callAs(SIEGVO, () -> people.active());
        var device = TenantContext.callAs(SIEGVO, () -> devices.remember(user));
        clock.advance(LATER);
        try (var tabs = Executors.newFixedThreadPool(5)) {
            Callable<Recognised> tab = () -> TenantContext.callAs(
                    SIEGVO, () -> devices.recognise(device, Browser.UNKNOWN).orElseThrow());
            var recognised = new ArrayList<Recognised>();
            for (var answer : tabs.invokeAll(Collections.nCopies(20, tab))) {
                recognised.add(answer.get());
            }
            assertThat(recognised).filteredOn(one -> one.next() != null).hasSize(1);
            assertThat(recognised)
                    .extracting(one -> one.user().session())
                    .doesNotContainNull()
                    .containsOnly(recognised.getFirst().user().session());
        }
    }

    @Test
    void a_secret_that_comes_back_later_was_copied_and_signs_everything_out() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var copied = devices.remember(user);
            var elsewhere = devices.remember(user);
            clock.advance(LATER);
            var next = devices.recognise(copied, Browser.UNKNOWN).orElseThrow().next();
            clock.advance(Duration.ofMinutes(2));
            assertThat(devices.recognise(copied, Browser.UNKNOWN)).isEmpty();
            assertThat(next).isNotNull();
            assertThat(devices.recognise(next, Browser.UNKNOWN)).isEmpty();
            assertThat(devices.recognise(elsewhere, Browser.UNKNOWN)).isEmpty();
            assertThat(sessions.isCurrent(user)).isFalse();
            assertThat(mailbox.last(DeviceStolen.class).email()).isEqualTo(user.email());
        });
    }

    @Test
    void a_copied_secret_and_a_sign_out_everywhere_at_the_same_moment_do_not_block_each_other() throws Exception {
        var user = TenantContext.callAs(SIEGVO, () -> people.active());
        var copied = TenantContext.callAs(SIEGVO, () -> devices.remember(user));
        clock.advance(LATER);
        TenantContext.callAs(SIEGVO, () -> devices.recognise(copied, Browser.UNKNOWN));
        clock.advance(Duration.ofMinutes(2));
        try (var visits = Executors.newSingleThreadExecutor()) {
            var thief = TenantContext.callAs(
                    SIEGVO,
                    () -> transaction.execute(status -> {
                        accounts.endSessions(user.userId());
                        var visit = visits.submit(
                                () -> TenantContext.callAs(SIEGVO, () -> devices.recognise(copied, Browser.UNKNOWN)));
                        awaitSomebodyWaiting();
                        sessions.endAll(user.userId());
                        return visit;
                    }));
            assertThat(thief.get()).isEmpty();
        }
        assertThat(TenantContext.callAs(SIEGVO, () -> sessions.isCurrent(user))).isFalse();
    }

    private void awaitSomebodyWaiting() {
        var waiting = database.sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'");
        await().atMost(Duration.ofSeconds(8))
                .until(() -> waiting.query(Long.class).single() > 0);
    }

    @Test
    void a_guessed_series_harms_nobody() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            devices.remember(user);
            assertThat(devices.recognise(new Device("guessed", "guessed"), Browser.UNKNOWN))
                    .isEmpty();
            assertThat(sessions.isCurrent(user)).isTrue();
        });
    }

    @Test
    void a_device_that_does_not_come_for_a_month_is_forgotten() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = devices.remember(user);
            clock.advance(RememberedDevices.LIFE.plusSeconds(1));
            assertThat(devices.recognise(device, Browser.UNKNOWN)).isEmpty();
            assertThat(sessions.isCurrent(user)).isTrue();
        });
    }

    @Test
    void a_device_of_one_utility_is_nobodys_at_another() {
        var device = TenantContext.callAs(SIEGVO, () -> devices.remember(people.active()));
        assertThat(TenantContext.callAs(MALESHERBOIS, () -> devices.recognise(device, Browser.UNKNOWN)))
                .isEmpty();
        assertThat(TenantContext.callAs(SIEGVO, () -> devices.recognise(device, Browser.UNKNOWN)))
                .isPresent();
    }
}
