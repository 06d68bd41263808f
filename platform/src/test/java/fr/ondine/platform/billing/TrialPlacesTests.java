package fr.ondine.platform.billing;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.ServiceTraits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff try a tariff with what a contract really uses. */
@PlatformTest
class TrialPlacesTests {

    private static final CurrentStaff PAUL =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);

    private final String name =
            "Du_" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

    @Autowired
    TrialPlaces places;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void a_place_is_tried_with_its_meter_its_dwellings_and_what_it_uses_in_a_year() {
        var agreement = named("Immeuble");
        var today = TenantContext.callAs(SIEGVO, () -> LocalDate.now(clock));
        in(() -> {
            var meter = new Rows(database).meter(agreement);
            run("update meter set diameter_mm = 40 where id = ?", meter);
            run(
                    "update service_point set dwellings = 12 where id = (select service_point_id from agreement where id = ?)",
                    agreement.value());
            run("update meter_installation set installed_on = ? where meter_id = ?", today.minusDays(730), meter);
            reading(meter, today, 730);
        });

        var place =
                TenantContext.callAs(SIEGVO, () -> places.get(PAUL, agreement)).orElseThrow();

        assertThat(place.traits()).isEqualTo(new ServiceTraits(40, 12));
        assertThat(place.yearly()).contains(Volume.ofCubicMetres(365));
    }

    @Test
    void a_place_without_a_meter_is_one_dwelling_of_unknown_diameter() {
        var place = TenantContext.callAs(SIEGVO, () -> places.get(PAUL, named("Neuf")))
                .orElseThrow();

        assertThat(place.traits()).isEqualTo(new ServiceTraits(0, 1));
        assertThat(place.yearly()).isEmpty();
    }

    @Test
    void who_works_elsewhere_finds_nothing() {
        var agreement = named("Dupré");
        TenantContext.runAs(Utilities.MALESHERBOIS, () -> {
            assertThatThrownBy(() -> places.get(PAUL, agreement)).isInstanceOf(RoleMissing.class);
        });
        assertThat(TenantContext.callAs(SIEGVO, () -> places.get(PAUL, new AgreementId(UUID.randomUUID()))))
                .isEqualTo(Optional.empty());
    }

    private AgreementId named(String rest) {
        return Objects.requireNonNull(TenantContext.callAs(
                SIEGVO,
                () -> transaction.execute(status -> {
                    var agreement = new Rows(database).agreement();
                    run(
                            "update customer set last_name = ? where id = (select customer_id from agreement where id = ?)",
                            name + rest,
                            agreement.value());
                    run("update agreement set number = ? where id = ?", number(), agreement.value());
                    return agreement;
                })));
    }

    /** Longer than those of the utility, so that it is nobody else's. */
    private static String number() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 9_000_000_000_000_000L));
    }

    private void reading(UUID meter, LocalDate on, long cubicMetres) {
        run(
                "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " values (?, ?, ?, ?, 'AGENT', 'ACTUAL', now())",
                UUID.randomUUID(),
                meter,
                on,
                cubicMetres * 1000);
    }

    private void in(Runnable work) {
        TenantContext.runAs(SIEGVO, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private void run(String sql, Object... values) {
        database.sql(sql).params(values).update();
    }
}
