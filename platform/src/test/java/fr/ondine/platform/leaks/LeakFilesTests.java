package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.CheckedReadings;
import fr.ondine.platform.metering.ReadingId;
import fr.ondine.platform.metering.SeenReading;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a file is opened and found: by a reading, by the invoice, or by staff. */
@PlatformTest
class LeakFilesTests extends LeakScene {

    @Autowired
    CheckedReadings checked;

    @Test
    void the_invoice_tells_of_an_abnormal_use_and_a_mail_follows() throws Exception {
        billed(200);

        var file = file();
        assertThat(file.state()).isEqualTo(LeakState.AWAITING);
        assertThat(file.mean().litres()).isEqualTo(49_041);
        assertThat(file.notice().orElseThrow())
                .isEqualTo(new LeakNotice(
                        SPRING.until(),
                        NoticeChannel.INVOICE,
                        file.notice().orElseThrow().proof(),
                        LocalDate.of(2026, 8, 1)));
        assertThat(caught.await(person.value() + "@exemple.fr").plain()).contains("1er août 2026", "49,041\u00a0m³");
        assertThat(paper()).contains("y a-t-il une fuite chez vous", "(49,041 m³)", "le 1er août 2026 au plus tard");
        assertThat(happened())
                .containsExactlyInAnyOrder(
                        LeakEvent.What.DETECTED, LeakEvent.What.TOLD_BY_INVOICE, LeakEvent.What.TOLD_BY_MAIL);
    }

    @Test
    void what_is_usual_opens_no_file_nor_does_a_place_where_nobody_lives() {
        billed(98);
        assertThat(files()).isEmpty();

        somebody_lives_there();
        stay.in(() -> database.sql("update service_point set is_dwelling = false where id ="
                        + " (select service_point_id from agreement where id = ?)")
                .param(stay.agreement().value())
                .update());
        billed(200);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_reading_opens_the_file_and_its_mail_is_the_notice_however_often_it_is_seen() {
        stay.isRead(READ, 300);
        taken();
        taken();
        stay.isBilled(RunKind.ACTUAL, SPRING);

        var file = file();
        assertThat(file.notice().orElseThrow().channel()).isEqualTo(NoticeChannel.MAIL);
        assertThat(file.notice().orElseThrow().on()).isEqualTo(LocalDate.now(ZoneId.of("Europe/Paris")));
        assertThat(file.invoice()).contains(stay.lastInvoice());
        assertThat(caught.to(person.value() + "@exemple.fr")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_reading_of_a_file_opens_one_as_soon_as_somebody_of_the_staff_finds_it_right() {
        stay.isRead(READ, 300);
        var reading = doubted();
        assertThat(files()).as("a file writes to nobody").isEmpty();

        found(reading);

        assertThat(file().used().until()).isEqualTo(READ);
        assertThat(file().notice().orElseThrow().channel()).isEqualTo(NoticeChannel.MAIL);
    }

    @Test
    void a_reading_that_is_billed_already_opens_none_when_it_is_found_right() {
        billed(200);
        var reading = doubted();
        stay.in(() -> database.sql("delete from leak_file where agreement_id = ?")
                .param(stay.agreement().value())
                .update());

        found(reading);

        assertThat(files()).isEmpty();
    }

    @Test
    void an_invoice_that_came_by_import_opens_a_file_though_it_names_no_reading() {
        billed(200);
        assertThat(file().isByInvoice()).as("it is of two readings").isFalse();
        imported();
        stay.in(() -> database.sql("delete from leak_file where agreement_id = ?")
                .param(stay.agreement().value())
                .update());

        var number = number();
        var opened = stay.in(() -> desk("2026-08-03").open(BERNARD, number));

        var file = file();
        assertThat(file.id()).isEqualTo(opened);
        assertThat(file.invoice()).contains(stay.lastInvoice());
        assertThat(file.isByInvoice()).isTrue();
        assertThat(file.volume().litres()).isEqualTo(200_000);
        assertThat(stay.in(() -> desk("2026-08-03").preview(BERNARD, opened, false))
                        .orElseThrow()
                        .invoices())
                .extracting(RelievedInvoice::id)
                .containsExactly(stay.lastInvoice());
    }

    @Test
    void the_file_of_a_reading_goes_on_with_the_invoice_that_came_by_import() {
        stay.isRead(READ, 300);
        taken();
        var before = stay.in(this::id);
        stay.isBilled(RunKind.ACTUAL, SPRING);
        imported();
        stay.in(() -> database.sql("update leak_file set invoice_id = null where id = ?")
                .param(before.value())
                .update());

        var number = number();
        assertThat(stay.in(() -> desk("2026-08-03").open(BERNARD, number))).isEqualTo(before);
        assertThat(stay.in(() -> desk("2026-08-03").open(BERNARD, number))).isEqualTo(before);
        assertThat(stay.in(() -> database.sql(
                                "select count(*) from audit_entry where action = 'leak.billed' and subject = ?")
                        .param("leak:" + before.value())
                        .query(Integer.class)
                        .single()))
                .as("in the trail, once")
                .isEqualTo(1);

        assertThat(file().invoice()).contains(stay.lastInvoice());
    }

    @Test
    void nor_does_an_invoice_by_import_open_one_whose_use_is_usual() {
        billed(90);
        imported();

        var number = number();
        assertThatThrownBy(() -> stay.in(() -> desk("2026-08-03").open(BERNARD, number)))
                .isInstanceOf(LeakRefused.class);
    }

    /** What the software of a utility bills says how much and of which days, and names no reading. */
    private void imported() {
        var id = stay.lastInvoice().value();
        stay.in(() -> database.sql("delete from invoice_meter where invoice_id = ?")
                .param(id)
                .update());
    }

    private String number() {
        var id = stay.lastInvoice().value();
        return stay.in(() -> database.sql("select number from invoice where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private SeenReading doubted() {
        return stay.in(() -> database.sql("with last as (select r.id, r.register_value, r.read_on from reading r"
                        + " join meter_installation m on m.meter_id = r.meter_id join agreement a using (service_point_id)"
                        + " where a.id = ? and r.read_on = ?), doubted as (insert into reading_doubt"
                        + " (reading_id, doubt, read_on, litres, noted_at) select id, 'ABOVE_USUAL', read_on, 200000, now() from last)"
                        + " select id, register_value from last")
                .params(stay.agreement().value(), READ)
                .query((row, number) ->
                        new SeenReading(new ReadingId(row.getObject(1, UUID.class)), new Volume(row.getLong(2))))
                .single());
    }

    private void found(SeenReading reading) {
        stay.in(() -> {
            checked.confirm(BERNARD, reading);
            return reading;
        });
    }

    @Tag("long")
    @Test
    void the_list_is_the_same_few_queries_however_long_it_is() {
        billed(200);
        Runnable list = () -> stay.in(() -> desk("2026-08-03").list(BERNARD, LeakFilter.OPEN, 0));
        var before = statements.of(list);

        stay.in(() -> store.open(List.of(another(), another(), another())));

        assertThat(statements.of(list)).isEqualTo(before);
    }

    @Test
    void a_file_of_another_household_is_nobodys_and_an_agent_decides_nothing() {
        billed(200);
        var stranger = stay.in(() -> new Rows(database).user());

        assertThat(stay.in(() -> leaks("2026-07-20").find(stranger, id()))).isEmpty();
        assertThatThrownBy(() -> stay.in(() -> {
                    leaks("2026-07-20").certify(stranger, id(), REPAIR, PHOTO);
                    return true;
                }))
                .isInstanceOf(LeakRefused.class);
        var agent = staff(StaffRole.AGENT);
        assertThatThrownBy(() -> stay.in(() -> desk("2026-08-03").preview(agent, id(), false)))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> does(id -> desk("2026-08-03").grant(agent, id, false, euros("215.05"), "")))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> does(id -> desk("2026-08-03").refuse(agent, reader.get(id), "Non")))
                .isInstanceOf(RoleMissing.class);
    }

    @Tag("long")
    @Test
    void staff_find_those_whose_month_is_over_without_a_certificate() {
        billed(200);
        var name = named();
        var late = new LeakFilter(Optional.empty(), true, name);

        assertThat(stay.in(() -> desk("2026-08-02").list(BERNARD, late, 0)).rows())
                .hasSize(1);
        enter(LocalDate.of(2026, 8, 1));
        assertThat(stay.in(() -> desk("2026-08-02").list(BERNARD, late, 0)).rows())
                .isEmpty();
        assertThat(stay.in(() -> desk("2026-08-02").list(BERNARD, new LeakFilter(Optional.empty(), false, name), 0))
                        .rows())
                .hasSize(1);
    }

    @Tag("long")
    @Test
    void a_reading_where_nobody_lives_or_of_what_is_usual_opens_nothing() {
        stay.isRead(READ, 198);
        taken();
        assertThat(files()).isEmpty();

        somebody_lives_there();
        stay.in(() -> database.sql("update service_point set is_dwelling = false where id ="
                        + " (select service_point_id from agreement where id = ?)")
                .param(stay.agreement().value())
                .update());
        stay.isRead(READ, 300);
        taken();
        assertThat(files()).isEmpty();
    }

    @Tag("long")
    @Test
    void where_nobody_lived_before_comparable_dwellings_tell_what_is_usual_if_the_utility_says_so() {
        withoutHistory();
        stay.isRead(READ, 300);
        taken();
        assertThat(files()).isEmpty();

        whereDwellingsUse100(this::taken);

        assertThat(file().isOfZone()).isTrue();
        assertThat(file().mean().litres()).as("179 of 365 days").isEqualTo(49_041);
    }

    /** What is said of one dwelling is said of each behind a meter. */
    @Test
    void a_building_is_compared_with_as_many_dwellings_as_it_has() {
        withoutHistory();
        stay.in(() -> database.sql("update service_point set dwellings = 3 where id ="
                        + " (select service_point_id from agreement where id = ?)")
                .param(stay.agreement().value())
                .update());
        stay.isRead(READ, 500);

        whereDwellingsUse100(this::taken);
        assertThat(file().mean().litres()).as("3 times 100 m³, 179 of 365 days").isEqualTo(147_123);
        whereDwellingsUse100(() -> stay.isBilled(RunKind.ACTUAL, SPRING));
        assertThat(file().invoice()).isPresent();
        assertThat(file().mean().litres()).isEqualTo(147_123);
    }

    private void whereDwellingsUse100(Runnable what) {
        fleet.configure(
                SIEGVO.slug(),
                Utilities.yaml(SIEGVO)
                        + "\ncomparable-dwellings:\n  - postcode: \"57000\"\n    cubic-metres-a-year: 100\n",
                "operator:test",
                "comparable dwellings");
        try {
            what.run();
        } finally {
            fleet.configure(SIEGVO.slug(), Utilities.yaml(SIEGVO), "operator:test", "as before");
        }
    }

    /** The meter, and who reads it, came with the holder. */
    private void withoutHistory() {
        stay.in(() -> database.sql("""
                        with here as (
                            update meter_installation m set installed_on = date '2026-01-01', install_register = 100000
                              from agreement a where a.service_point_id = m.service_point_id and a.id = ?
                            returning m.meter_id)
                        delete from reading where read_on < date '2026-01-01' and meter_id in (select meter_id from here)""").param(stay.agreement().value()).update());
    }
}
