package fr.ondine.platform.metering;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.provider.ApiCaller;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Waiters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many readings of one call, taken together and judged as if they had come one by one. */
@PlatformTest
class PushedReadingsTests {

    private static final ApiCaller COLLECTOR =
            new ApiCaller(SIEGVO.slug(), UUID.randomUUID(), null, Set.of(ClientScope.READINGS_WRITE.word()));

    /** What a hundred readings cost, those that open a file of a leak left out. */
    private static final int STATEMENTS_OF_A_LOT = 14;

    @Autowired
    PushedReadings readings;

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
    void each_is_judged_beside_those_that_came_before_it_in_the_same_call() {
        var meter = in(() -> MeteredPlace.of(database).fit(today.minusDays(50), 10));

        var report = push(List.of(
                pushed(meter, today.minusDays(20), 30_000),
                pushed(meter, today.minusDays(10), 29_000),
                pushed(meter, today.minusDays(30), 31_000),
                pushed(meter, today.minusDays(20), 30_000),
                pushed(meter, today.minusDays(20), 30_001),
                pushed(meter, today.minusDays(10), 31_000)));

        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.already()).isEqualTo(1);
        assertThat(told(report)).containsExactly("1 below-last", "2 above-next", "4 already");
        assertThat(known(meter)).containsExactly("30000", "31000");
    }

    @Test
    void what_no_meter_is_called_and_days_that_no_calendar_of_ours_has_keep_none_of_the_others_out() {
        var meter = in(() -> MeteredPlace.of(database).fit(today.minusDays(50), 10));

        var report = push(List.of(
                new PushedReading("A\0B", today, 1),
                pushed(meter, LocalDate.MAX, 30_000),
                pushed(meter, LocalDate.MIN, 30_000),
                pushed(meter, today.minusDays(20), 30_000)));

        assertThat(told(report)).containsExactly("0 unknown-meter", "1 unknown-meter", "2 unknown-meter");
        assertThat(known(meter)).containsExactly("30000");
    }

    @Test
    void a_meter_that_moved_is_judged_at_the_place_where_it_was() {
        var first = in(() -> MeteredPlace.of(database));
        var second = in(() -> MeteredPlace.of(database));
        var moved = today.minusDays(20);
        var meter = in(() -> first.fit(today.minusDays(50), 100));
        in(() -> {
            first.remove(meter, moved, 150);
            second.fit(meter, moved, 0);
            return meter;
        });

        var report = push(List.of(
                pushed(meter, today.minusDays(10), 5_000),
                pushed(meter, today.minusDays(30), 140_000),
                pushed(meter, today.minusDays(25), 139_000),
                pushed(meter, today.minusDays(9), 4_000)));

        assertThat(told(report)).containsExactly("2 below-last", "3 below-last");
        assertThat(known(meter)).containsExactly("140000", "5000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void together_they_are_judged_as_one_by_one(int seed) {
        var lines = lines(new Random(seed));
        compare(lines);

        lines.sort(Comparator.comparingInt(Line::daysAgo).reversed());
        var used = compare(lines);

        assertThat(leaks(used.together()))
                .as("one leak, however often the meter sent readings of it")
                .isEqualTo(leaks(used.apart()))
                .hasSize(1);
    }

    private record Compared(UUID together, UUID apart) {}

    private Compared compare(List<Line> lines) {
        var together = in(this::dwelling);
        var apart = in(this::dwelling);

        var report = push(lines.stream().map(line -> pushed(together, line)).toList());
        var reports =
                lines.stream().map(line -> push(List.of(pushed(apart, line)))).toList();

        assertThat(told(report))
                .isEqualTo(IntStream.range(0, lines.size())
                        .boxed()
                        .flatMap(index ->
                                told(reports.get(index)).stream().map(why -> why.replaceFirst("0", index + "")))
                        .toList());
        assertThat(report.already())
                .isEqualTo(reports.stream().mapToInt(PushReport::already).sum());
        assertThat(known(together)).isEqualTo(known(apart)).hasSizeGreaterThan(5);
        assertThat(doubts(together)).isEqualTo(doubts(apart));
        return new Compared(together, apart);
    }

    @Test
    void a_hundred_take_no_more_queries_than_a_few() {
        var meters = in(() -> IntStream.range(0, 100)
                .mapToObj(one -> MeteredPlace.of(database).fit(today.minusDays(50), 10))
                .toList());
        var few = statements.of(() -> push(day(meters.subList(0, 5), 3)));

        assertThat(statements.of(() -> push(day(meters, 2)))).isEqualTo(few).isLessThan(STATEMENTS_OF_A_LOT + 5);
        assertThat(statements.of(() -> push(IntStream.range(0, 5)
                        .mapToObj(ago -> day(meters, 30 - ago))
                        .flatMap(List::stream)
                        .toList())))
                .as("five hundred")
                .isLessThan(5 * STATEMENTS_OF_A_LOT);
    }

    @Test
    void a_call_that_is_cut_off_has_done_nothing() {
        var meters = in(() -> IntStream.range(0, 101)
                .mapToObj(one -> MeteredPlace.of(database).fit(today.minusDays(50), 10))
                .toList());
        var all = statements.of(() -> push(day(meters, 2)));

        for (var last : List.of(all / 2, all - 1)) {
            assertThatThrownBy(() -> statements.killedAfter(last, () -> push(day(meters, 1))))
                    .satisfies(thrown -> assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
                            .isInstanceOf(StatementCount.Killed.class));
        }

        assertThat(known(meters.getFirst())).hasSize(1);
        assertThat(push(day(meters, 1)).kept()).isEqualTo(101);
    }

    @Test
    void of_two_calls_with_readings_of_a_meter_the_second_waits_and_is_judged_beside_the_first() {
        var meter = in(() -> MeteredPlace.of(database).fit(today.minusDays(50), 10));

        var second = in(() -> {
                    readings.push(COLLECTOR, List.of(pushed(meter, today.minusDays(20), 30_000)));
                    var waits = CompletableFuture.supplyAsync(
                            () -> push(List.of(pushed(meter, today.minusDays(10), 29_000))));
                    Waiters.forUs(database);
                    return waits;
                })
                .join();

        assertThat(told(second)).containsExactly("0 below-last");
        assertThat(known(meter)).containsExactly("30000");
    }

    @Test
    void a_program_that_may_not_pushes_nothing() {
        var reader = new ApiCaller(SIEGVO.slug(), UUID.randomUUID(), null, Set.of(ClientScope.INVOICES_READ.word()));
        assertThatThrownBy(() -> in(() -> readings.push(reader, List.of(pushed(UUID.randomUUID(), today, 1)))))
                .hasMessageContaining("scope");
    }

    @Test
    @Tag("long")
    void ten_thousand_are_taken_by_one_call() {
        var meters = in(() -> IntStream.range(0, 1_000)
                .mapToObj(one -> MeteredPlace.of(database).fit(today.minusDays(50), 10))
                .toList());
        var lines = IntStream.range(0, 10)
                .mapToObj(ago -> day(meters, 20 - ago))
                .flatMap(List::stream)
                .toList();

        assertThat(push(lines).kept()).isEqualTo(10_000);

        var again = push(lines);
        assertThat(again.kept()).isZero();
        assertThat(again.already()).isEqualTo(10_000);
    }

    /** Of a meter that was read each year, in no order: a pipe broke sixty days ago, and some are out of the way. */
    private static List<Line> lines(Random random) {
        var lines = new ArrayList<Line>();
        for (var one = 0; one < 40; one++) {
            var daysAgo = random.nextInt(100);
            var run = daysAgo < 60 ? 40_000 + 1_000L * (60 - daysAgo) : 0;
            var litres = 430_000 - 300L * daysAgo + run + (random.nextInt(4) == 0 ? random.nextInt(-2_000, 9_000) : 0);
            lines.add(new Line(daysAgo, litres));
        }
        return lines;
    }

    private record Line(int daysAgo, long litres) {}

    private PushedReading pushed(UUID meter, Line line) {
        return pushed(meter, today.minusDays(line.daysAgo()), line.litres());
    }

    private static PushedReading pushed(UUID meter, LocalDate day, long litres) {
        return new PushedReading(MeteredPlace.serial(meter), day, litres);
    }

    /** What each shows so many days ago. */
    private List<PushedReading> day(List<UUID> meters, int daysAgo) {
        return meters.stream()
                .map(meter -> pushed(meter, today.minusDays(daysAgo), 40_000 - 300L * daysAgo))
                .toList();
    }

    private UUID dwelling() {
        var place = MeteredPlace.of(database);
        place.run(
                "update service_point set is_dwelling = true where id = ?",
                place.point().value());
        var meter = place.fit(today.minusDays(1_560), 0);
        for (var year = 1; year <= 4; year++) {
            place.read(meter, today.minusDays(1_560 - 365L * year), 100L * year);
        }
        return meter;
    }

    private PushReport push(List<PushedReading> pushed) {
        return in(() -> readings.push(COLLECTOR, pushed));
    }

    private static List<String> told(PushReport report) {
        return report.refusals().stream()
                .map(one -> one.index() + " " + one.why().code().replace("metering.refused.", ""))
                .toList();
    }

    private List<String> known(UUID meter) {
        return texts(
                "select register_value::text from reading where source = 'REMOTE' and meter_id = ? order by read_on",
                meter);
    }

    private List<String> doubts(UUID meter) {
        return texts(
                "select concat_ws(' ', d.read_on, d.doubt, d.litres, d.usual_litres) from reading_doubt d"
                        + " join reading r on r.id = d.reading_id where r.meter_id = ? order by d.read_on, d.doubt",
                meter);
    }

    private List<String> leaks(UUID meter) {
        return texts(
                "select concat_ws(' ', f.used_from, f.read_on, f.litres, f.mean_litres) from leak_file f"
                        + " join agreement a on a.id = f.agreement_id"
                        + " join meter_installation i using (service_point_id) where i.meter_id = ? order by f.read_on",
                meter);
    }

    private List<String> texts(String sql, UUID meter) {
        return in(() -> database.sql(sql).param(meter).query(String.class).list());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
