package fr.ondine.platform.metering;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Numbers;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A place that uses 120 m³ a year, read at 1 240 m³ half a year ago; its holder has sent 1 400 m³ today, and insisted. */
@PlatformTest
class CheckedReadingsTests {

    private static final CurrentStaff PAUL =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);

    @Autowired
    CheckedReadings checked;

    @Autowired
    Readings readings;

    @Autowired
    ReadingJudge judge;

    @Autowired
    Consumption consumption;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    private MeteredPlace place;
    private UserId holder;
    private UUID meter;
    private LocalDate today;

    @BeforeEach
    void an_unusual_reading() {
        today = in(() -> LocalDate.now(clock));
        place = in(() -> MeteredPlace.of(database));
        holder = in(place::holder);
        meter = in(() -> place.fit(today.minusDays(365), 1_180));
        run(() -> place.read(meter, today.minusDays(182), 1_240));
        send(1_400);
    }

    @Test
    void what_a_subscriber_insists_on_is_listed_with_what_a_clerk_compares_in_one_query() {
        var row = new ReadingToCheck[1];
        assertThat(in(() -> statements.of(
                        () -> row[0] = checked.list(PAUL, ours(false), 0).rows().getFirst())))
                .isOne();
        assertThat(row[0].agreement()).isEqualTo(place.agreement());
        assertThat(row[0].holder()).isEqualTo("Martin");
        assertThat(row[0].doubt()).isEqualTo(Doubt.ABOVE_USUAL);
        assertThat(row[0].volume()).isEqualTo(Volume.ofCubicMetres(160));
        assertThat(row[0].usual()).contains(new Volume(59_672));
        assertThat(row[0].reading().source()).isEqualTo(ReadingSource.CUSTOMER);
        assertThat(row[0].confirmation()).isEmpty();
    }

    @Test
    void a_usual_reading_takes_the_doubtful_one_of_the_same_day_off_the_list_and_the_first_stays_on_file() {
        send(1_299);
        assertThat(waiting()).isEmpty();
        assertThat(withdrawn()).singleElement().satisfies(one -> {
            assertThat(one.reading().register()).isEqualTo(Volume.ofCubicMetres(1_400));
            assertThat(one.reason()).isEmpty();
        });
    }

    @Test
    void the_list_is_filtered_by_kind_and_text() {
        var number = "971" + Numbers.next();
        run(() -> place.run(
                "update agreement set number = ? where id = ?",
                number,
                place.agreement().value()));
        assertThat(list(new CheckFilter(Optional.of(Doubt.BELOW_USUAL), serial(), false)))
                .isEmpty();
        assertThat(list(new CheckFilter(Optional.of(Doubt.ABOVE_USUAL), number.substring(0, 8), false)))
                .extracting(ReadingToCheck::agreement)
                .contains(place.agreement());
        assertThat(list(new CheckFilter(Optional.empty(), "%", false))).isEmpty();
        assertThat(list(new CheckFilter(Optional.empty(), "---", false))).isEmpty();
        assertThat(list(new CheckFilter(Optional.empty(), serial() + "\0", false)))
                .hasSize(1);
    }

    @Test
    void what_was_read_more_than_two_years_ago_is_looked_at_no_more_and_the_list_begins_where_its_index_does() {
        run(() -> place.run(
                "update reading_doubt set read_on = ? where reading_id in"
                        + " (select id from reading where meter_id = ?)",
                today.minusYears(2).minusDays(1),
                meter));
        assertThat(waiting()).isEmpty();
        assertThat(plan()).contains("Index Scan using reading_doubt_open").contains("Index Cond: (read_on >");
    }

    private String plan() {
        return in(() -> {
            database.sql("set local enable_seqscan = off").update();
            database.sql("set local enable_bitmapscan = off").update();
            return String.join(
                    "\n",
                    database.sql("explain "
                                    + CheckList.sql(ours(false))
                                            .replace(":doubts", "'{}'::text[]")
                                            .replace(":since", "current_date")
                                            .replaceAll(":(offset|limit)", "1")
                                            .replaceAll("(?<!:):\\b[a-z]+\\b", "'x'"))
                            .query(String.class)
                            .list());
        });
    }

    @Test
    void a_reading_that_is_found_right_leaves_the_list_and_who_said_so_is_kept() {
        var reading = waiting().getFirst().seen();
        run(() -> checked.confirm(PAUL, reading));
        assertThat(waiting()).isEmpty();
        assertThat(list(ours(true)))
                .singleElement()
                .satisfies(one -> assertThat(one.confirmation()).contains(new Confirmation(PAUL.actor(), today)));
        assertThatThrownBy(() -> run(() -> checked.confirm(PAUL, reading))).isInstanceOf(ReadingRefused.class);
        assertThat(audited("reading.confirmed", reading.id())).isOne();
    }

    @Test
    void a_corrected_reading_gives_way_to_the_right_one_and_stays_on_file() {
        var wrong = waiting().getFirst().seen();
        run(() -> checked.correct(PAUL, wrong, right("1304"), "Photo reçue", false));
        assertThat(standing())
                .extracting(one -> one.register().wholeCubicMetres())
                .containsExactly(1_304L, 1_240L);
        assertThat(waiting()).isEmpty();
        assertThat(withdrawn()).singleElement().satisfies(one -> {
            assertThat(one.reading().register()).isEqualTo(Volume.ofCubicMetres(1_400));
            assertThat(one.reading().source()).isEqualTo(ReadingSource.CUSTOMER);
            assertThat(one.reason()).isEqualTo("Photo reçue");
            assertThat(one.replacedBy()).contains(Volume.ofCubicMetres(1_304));
        });
        assertThat(audited("reading.corrected", wrong.id())).isOne();
    }

    @Test
    void a_correction_that_cannot_be_or_is_unusual_itself_leaves_the_first_where_it_was() {
        var wrong = waiting().getFirst().seen();
        assertThatThrownBy(() -> run(() -> checked.correct(PAUL, wrong, right("1239"), "Photo", true)))
                .isInstanceOf(ReadingRefused.class);
        assertThat(in(() -> checked.correct(PAUL, wrong, right("1500"), "Photo", false)))
                .isInstanceOf(EntryOutcome.Doubted.class);
        assertThat(standing()).hasSize(2);
        assertThat(waiting()).hasSize(1);
        assertThat(withdrawn()).isEmpty();
    }

    @Test
    void a_reading_is_set_aside_only_with_a_reason_and_stays_on_file() {
        var wrong = waiting().getFirst().seen();
        assertThatThrownBy(() -> run(() -> checked.setAside(PAUL, wrong, "  "))).isInstanceOf(ReadingRefused.class);
        assertThat(standing()).hasSize(2);
        run(() -> checked.setAside(PAUL, wrong, "Autre compteur"));
        assertThat(standing()).hasSize(1);
        assertThat(withdrawn()).hasSize(1);
        assertThatThrownBy(() -> run(() -> checked.setAside(PAUL, wrong, "Encore")))
                .isInstanceOf(ReadingRefused.class);
    }

    @Test
    void what_was_sent_since_somebody_looked_is_neither_confirmed_nor_withdrawn_unseen() {
        var seen = waiting().getFirst().seen();
        send(1_410);
        gone(() -> checked.confirm(PAUL, seen));
        gone(() -> checked.setAside(PAUL, seen, "Faux"));
        gone(() -> checked.correct(PAUL, seen, right("1304"), "Photo", true));
        assertThat(waiting()).extracting(one -> one.reading().register()).containsExactly(Volume.ofCubicMetres(1_410));
        run(() -> checked.confirm(PAUL, waiting().getFirst().seen()));
        assertThat(waiting()).isEmpty();
    }

    private void gone(Runnable decision) {
        assertThatThrownBy(() -> run(decision))
                .isInstanceOfSatisfying(
                        ReadingRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("metering.refused.gone"));
    }

    @Test
    void what_is_billed_is_not_looked_at_and_not_withdrawn_any_more() {
        var wrong = waiting().getFirst().seen();
        run(() -> StaffReadings.bill(database, place.agreement(), serial(), today));
        assertThat(waiting()).isEmpty();
        assertThatThrownBy(() -> run(() -> checked.setAside(PAUL, wrong, "Faux")))
                .isInstanceOfSatisfying(
                        ReadingRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("metering.refused.already-billed"));
        assertThatThrownBy(() -> run(() -> checked.correct(PAUL, wrong, right("1304"), "Photo", true)))
                .isInstanceOf(ReadingRefused.class);
        assertThat(standing()).hasSize(2);
    }

    @Test
    void of_the_readings_of_a_file_the_last_one_of_each_meter_is_judged() {
        run(() -> {
            place.run(
                    "delete from reading_doubt where reading_id in (select id from reading where meter_id = ?)", meter);
            judge.judge(List.of(meter).iterator());
        });
        assertThat(waiting()).extracting(ReadingToCheck::doubt).containsExactly(Doubt.ABOVE_USUAL);
        run(() -> {
            place.run("update reading set register_value = 1299000 where meter_id = ? and source = 'CUSTOMER'", meter);
            judge.judge(List.of(meter).iterator());
        });
        assertThat(waiting()).isEmpty();
    }

    @Test
    void nobody_of_another_utility_sees_or_settles_anything() {
        var stranger =
                ProvenStaff.of(Utilities.ILEO.slug(), UUID.randomUUID(), "eve@b.fr", "Eve", StaffRole.ADMINISTRATOR, 1);
        var reading = waiting().getFirst().seen();
        assertThatThrownBy(() -> in(() -> checked.list(stranger, CheckFilter.ALL, 0)))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> checked.place(stranger, reading.id())))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> run(() -> checked.confirm(stranger, reading))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> run(() -> checked.setAside(stranger, reading, "x")))
                .isInstanceOf(RoleMissing.class);
    }

    private NewReading right(String register) {
        return new NewReading(today, register, ReadingSource.UTILITY);
    }

    private void send(long cubicMetres) {
        in(() -> readings.submit(holder, place.agreement(), Volume.ofCubicMetres(cubicMetres), true));
    }

    private String serial() {
        return MeteredPlace.serial(meter);
    }

    private CheckFilter ours(boolean isConfirmed) {
        return new CheckFilter(Optional.empty(), serial(), isConfirmed);
    }

    private List<ReadingToCheck> waiting() {
        return list(ours(false));
    }

    private List<ReadingToCheck> list(CheckFilter filter) {
        return in(() -> checked.list(PAUL, filter, 0)).rows();
    }

    private List<Reading> standing() {
        return in(() -> consumption.readings(place.point()));
    }

    private List<WithdrawnReading> withdrawn() {
        return in(() -> checked.withdrawn(
                PAUL, new ReadPlace(agreement(), List.of(installation()), List.of(), new BilledMeters(List.of()))));
    }

    private ReadAgreement agreement() {
        return new ReadAgreement(place.agreement(), "", "", "", "", today, null);
    }

    private MeterInstallation installation() {
        return new MeterInstallation(meter, serial(), 5, today, new Volume(0), null, null);
    }

    private long audited(String action, ReadingId reading) {
        return in(() -> database.sql("select count(*) from audit_entry where action = ? and subject = ? and actor = ?")
                .params(action, "reading:" + reading.value(), PAUL.actor())
                .query(Long.class)
                .single());
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
