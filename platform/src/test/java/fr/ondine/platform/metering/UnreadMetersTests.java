package fr.ondine.platform.metering;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class UnreadMetersTests {

    private static final CurrentStaff PAUL = of(SIEGVO.slug());

    @Autowired
    UnreadMeters unread;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void a_day() {
        today = in(() -> LocalDate.now(clock));
    }

    @Test
    void a_meter_is_listed_until_it_is_read_and_the_contract_is_in_force() {
        var place = in(() -> MeteredPlace.of(database));
        var meter = in(() -> place.fit(today.minusYears(3), 0));
        assertThat(found(meter, 12)).hasValueSatisfying(one -> {
            assertThat(one.agreement()).isEqualTo(place.agreement());
            assertThat(one.lastRead()).isEmpty();
        });
        run(() -> place.read(meter, today.minusMonths(7), 50));
        assertThat(found(meter, 12)).isEmpty();
        assertThat(found(meter, 6))
                .hasValueSatisfying(one -> assertThat(one.lastRead()).contains(today.minusMonths(7)));
        run(() -> place.lasts(today.minusYears(5), today.minusDays(1)));
        assertThat(found(meter, 6)).isEmpty();
    }

    @Test
    void a_meter_that_is_new_or_whose_holder_is_need_not_be_read() {
        var meter = in(() -> MeteredPlace.of(database).fit(today.minusMonths(3), 0));
        assertThat(found(meter, 6)).isEmpty();
        var moved = in(() -> MeteredPlace.of(database));
        var old = in(() -> moved.fit(today.minusYears(3), 0));
        run(() -> moved.lasts(today.minusMonths(3), null));
        assertThat(found(old, 6)).isEmpty();
    }

    @Test
    void a_page_takes_one_query_and_the_next_goes_on_where_it_ended() {
        run(() -> IntStream.range(0, UnreadMeters.PAGE + 1)
                .forEach(count -> MeteredPlace.of(database).fit(today.minusYears(3), 0)));
        assertThat(in(() -> statements.of(() -> unread.list(PAUL, 12, Optional.empty()))))
                .isOne();
        assertThat(in(() -> unread.list(PAUL, 12, Optional.empty())).rows()).hasSize(UnreadMeters.PAGE);
        assertThat(all(12))
                .extracting(UnreadMeter::serial)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(UnreadMeters.PAGE);
    }

    @Test
    void nobody_of_another_utility_sees_any() {
        assertThatThrownBy(() -> in(() -> unread.list(of(Utilities.ILEO.slug()), 12, Optional.empty())))
                .isInstanceOf(RoleMissing.class);
    }

    private Optional<UnreadMeter> found(UUID meter, int months) {
        return all(months).stream()
                .filter(one -> one.serial().equals(MeteredPlace.serial(meter)))
                .findFirst();
    }

    private List<UnreadMeter> all(int months) {
        var all = new ArrayList<UnreadMeter>();
        var page = in(() -> unread.list(PAUL, months, Optional.empty()));
        all.addAll(page.rows());
        while (page.next().isPresent()) {
            var next = page.next();
            page = in(() -> unread.list(PAUL, months, next));
            all.addAll(page.rows());
        }
        return all;
    }

    private static CurrentStaff of(String utility) {
        return ProvenStaff.of(utility, UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);
    }

    private void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
