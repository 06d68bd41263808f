package fr.ondine.platform.operators;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.UnknownUtility;
import fr.ondine.platform.identity.Browser;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Device;
import fr.ondine.platform.identity.RememberedDevices;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffSessions;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** After a suspected theft everybody of one utility signs in again, and nobody of another. */
@PlatformTest
class EverybodyTests {

    private static final Browser PHONE = new Browser("Safari", "iPhone");

    private final TenantId utility =
            new TenantId("e" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));

    @Autowired
    Everybody everybody;

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    Tenants tenants;

    @Autowired
    Sessions sessions;

    @Autowired
    RememberedDevices devices;

    @Autowired
    StaffSessions staff;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BeanFactory beans;

    @Test
    void sessions_and_remembered_devices_end_of_subscribers_and_staff_of_that_utility_alone() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
        tenants.refresh();
        var pierre = comeIn(utility);
        var device = TenantContext.callAs(utility, () -> devices.remember(pierre));
        var elsewhere = comeIn(SIEGVO);
        var deviceElsewhere = TenantContext.callAs(SIEGVO, () -> devices.remember(elsewhere));
        var anne = signedIn(utility);
        var colleague = signedIn(SIEGVO);

        var out = everybody.signOutFromOutside("operator:anne", utility.slug());

        assertThat(out).isEqualTo(new Everybody.SignedOut(utility.slug(), 1, 1));
        assertThat(isIn(utility, pierre)).isFalse();
        assertThat(recognised(utility, device)).isFalse();
        assertThat(isIn(utility, anne)).isFalse();
        assertThat(isIn(SIEGVO, elsewhere)).isTrue();
        assertThat(recognised(SIEGVO, deviceElsewhere)).isTrue();
        assertThat(isIn(SIEGVO, colleague)).isTrue();
        assertThat(directory.acts(utility.slug(), 1)).singleElement().satisfies(act -> {
            assertThat(act.actor()).isEqualTo("operator:anne");
            assertThat(act.action()).isEqualTo("everybody signed out");
            assertThat(act.detail()).isEqualTo("1 subscribers, 1 staff");
        });
        assertThat(trail()).isEqualTo("staff 1, subscribers 1");
    }

    @Test
    void who_has_no_utility_of_that_name_signs_nobody_out() {
        assertThatThrownBy(() -> everybody.signOutFromOutside("operator:anne", "nobody"))
                .isInstanceOf(UnknownUtility.class);
    }

    private CurrentUser comeIn(TenantId where) {
        var id = new UserId(UUID.randomUUID());
        var email = id.value() + "@exemple.fr";
        return TenantContext.callAs(where, () -> {
            transaction.executeWithoutResult(
                    status -> database.sql("insert into user_account (id, email, state, created_at, activated_at)"
                                    + " values (?, ?, 'ACTIVE', now(), now())")
                            .params(id.value(), email)
                            .update());
            var person = new CurrentUser(where.slug(), id, email, "Pierre Dupont", 0);
            return sessions.begin(person, PHONE, Optional.empty()).user();
        });
    }

    private CurrentStaff signedIn(TenantId where) {
        var people = new TestStaff(beans, where);
        return people.signedIn(people.administrator());
    }

    private boolean isIn(TenantId where, CurrentUser who) {
        return TenantContext.callAs(where, () -> sessions.isCurrent(who));
    }

    private boolean isIn(TenantId where, CurrentStaff who) {
        return TenantContext.callAs(where, () -> staff.isCurrent(who));
    }

    private boolean recognised(TenantId where, Device device) {
        return TenantContext.callAs(
                where, () -> devices.recognise(device, PHONE).isPresent());
    }

    private String trail() {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> database.sql(
                                "select string_agg(subject || ' ' || detail, ', ' order by subject) from audit_entry"
                                        + " where action = 'sessions.ended-of-all' and actor = 'operator:anne'")
                        .query(String.class)
                        .single()));
    }
}
