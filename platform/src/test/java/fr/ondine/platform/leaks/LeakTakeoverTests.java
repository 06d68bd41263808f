package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.platform.runs.BilledStay.SPRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ComparedUse;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Waiters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A leak that is seen by one reading, and billed by another. */
@PlatformTest
class LeakTakeoverTests extends LeakScene {

    private static final LocalDate OWN = LocalDate.of(2026, 6, 20);

    @Test
    void what_a_subscriber_read_and_the_service_read_again_is_one_file_with_one_notice_and_its_relief() {
        sentByTheSubscriber();
        taken(OWN);
        var noticed = file().notice();
        certify("2026-07-20");
        stay.isRead(READ, 300);
        taken();

        assertThat(file().used().until()).isEqualTo(READ);
        assertThat(file().volume()).isEqualTo(Volume.ofCubicMetres(200));
        stay.isBilled(RunKind.ACTUAL, SPRING);

        assertThat(file().invoice()).contains(stay.lastInvoice());
        assertThat(file().notice()).as("the month began with it").isEqualTo(noticed);
        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);
        assertThat(caught.to(person.value() + "@exemple.fr")).hasSizeLessThanOrEqualTo(1);
        grant("2026-08-03", false, "215.05");
        assertThat(owed()).isEqualTo(euros("226.05"));
    }

    @Test
    void an_invoice_by_a_reading_that_nobody_announced_takes_over_the_file_too() {
        sentByTheSubscriber();
        taken(OWN);
        certify("2026-07-20");
        billed(200);

        assertThat(file().invoice()).contains(stay.lastInvoice());
        assertThat(happened())
                .containsOnlyOnce(LeakEvent.What.DETECTED)
                .contains(LeakEvent.What.CERTIFIED, LeakEvent.What.TOLD_BY_INVOICE);
    }

    @Test
    void two_files_that_one_invoice_bills_become_one_with_the_certificate_and_the_earlier_notice() {
        var may = LocalDate.of(2026, 5, 1);
        opened(SPRING.from(), may);
        told("2026-05-02", SPRING.from());
        opened(may, READ);
        told("2026-06-30", may);
        stay.in(() -> {
            var second = reader.of(stay.agreement()).getFirst();
            leaks("2026-07-20").certify(person, second.id(), REPAIR, PHOTO);
            return second;
        });

        billed(200);

        assertThat(file().certificate()).isPresent();
        assertThat(file().notice().orElseThrow().on()).isEqualTo("2026-05-02");
        assertThat(file().notice().orElseThrow().answerBy())
                .as("nobody has less time than they were told")
                .isEqualTo("2026-07-30");
        assertThat(file().invoice()).contains(stay.lastInvoice());
    }

    @Test
    void a_check_of_the_meter_that_was_asked_for_and_answered_in_one_of_them_was_so_in_both() {
        var may = LocalDate.of(2026, 5, 1);
        opened(SPRING.from(), may);
        told("2026-05-02", SPRING.from());
        opened(may, READ);
        does(latest -> store.checkAsked(latest, LocalDate.of(2026, 7, 2)));
        does(latest -> store.checkAnswered(latest, LocalDate.of(2026, 7, 20)));

        billed(200);

        assertThat(file().check())
                .contains(MeterCheck.of(LocalDate.of(2026, 7, 2), Optional.of(LocalDate.of(2026, 7, 20))));
    }

    @Test
    void of_two_certificates_the_better_one_is_kept_with_the_day_of_the_first_and_no_picture_is_left_alone() {
        var first = certified(SPRING.from(), LocalDate.of(2026, 5, 1), "2026-07-10");
        var second = certified(LocalDate.of(2026, 5, 1), READ, "2026-07-20");

        billed(200);

        var kept = file().certificate().orElseThrow();
        assertThat(kept.document()).isEqualTo(second);
        assertThat(kept.receivedOn()).isEqualTo("2026-07-10");
        assertThat(stay.in(() -> documents.content(second.orElseThrow())).bytes())
                .isEqualTo(PHOTO.content());
        assertThatThrownBy(() -> stay.in(() -> documents.content(first.orElseThrow())))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_certificate_that_was_found_right_gives_way_to_none() {
        var first = certified(SPRING.from(), LocalDate.of(2026, 5, 1), "2026-07-10");
        does(id -> desk("2026-07-12").check(BERNARD, reader.get(id)));
        certified(LocalDate.of(2026, 5, 1), READ, "2026-07-20");

        billed(200);

        assertThat(file().certificate().orElseThrow().document()).isEqualTo(first);
        assertThat(file().state()).isEqualTo(LeakState.CHECKED);
    }

    @Test
    void a_mail_leads_to_the_file_that_its_own_has_become_and_nobody_elses() {
        var may = LocalDate.of(2026, 5, 1);
        opened(SPRING.from(), LocalDate.of(2026, 4, 1));
        var gone = new ArrayList<LeakFileId>();
        does(gone::add);
        opened(LocalDate.of(2026, 4, 1), may);
        does(gone::add);
        certified(SPRING.from(), READ, "2026-07-10");
        var kept = file().id();
        billed(200);

        gone.remove(kept);
        assertThat(gone).isNotEmpty();
        var stranger = stay.in(() -> new Rows(database).user());
        for (var before : gone) {
            assertThat(stay.in(() -> leaks("2026-07-20").find(person, before)))
                    .get()
                    .extracting(LeakFile::id)
                    .isEqualTo(kept);
            assertThat(stay.in(() -> desk("2026-07-20").find(BERNARD, before)))
                    .get()
                    .extracting(LeakFile::id)
                    .isEqualTo(kept);
            assertThat(stay.in(() -> leaks("2026-07-20").find(stranger, before)))
                    .isEmpty();
            stay.in(() -> {
                leaks("2026-07-20").certify(person, before, REPAIR, PHOTO);
                return before;
            });
        }
        assertThat(file().certificate()).isPresent();
    }

    @Test
    void a_certificate_that_comes_while_two_files_become_one_is_kept() throws Exception {
        var may = LocalDate.of(2026, 5, 1);
        opened(SPRING.from(), may);
        opened(may, READ);
        var certificate = new Certificate(READ, "system", "Sous la terrasse", READ, Optional.empty(), Scan.NOT_SCANNED);

        try (var executor = Executors.newSingleThreadExecutor()) {
            stay.in(() -> {
                        store.certified(id(), certificate);
                        var joined = executor.submit(() -> opened(SPRING.from(), READ));
                        Waiters.forUs(database);
                        return joined;
                    })
                    .get();
        }

        assertThat(file().certificate()).contains(certificate);
        assertThat(file().state()).isEqualTo(LeakState.RECEIVED);
    }

    @Test
    void a_file_that_was_decided_or_is_of_other_days_stays_by_itself() {
        opened(SPRING.from().minusDays(90), SPRING.from());
        opened(SPRING.from(), OWN);
        refuse("La fuite était sur un chauffe-eau.");

        billed(200);

        assertThat(files())
                .extracting(LeakFile::state)
                .containsExactly(LeakState.AWAITING, LeakState.REFUSED, LeakState.DETECTED);
    }

    private void sentByTheSubscriber() {
        stay.isRead(OWN, 290);
        stay.in(() -> database.sql("update reading set source = 'CUSTOMER' where read_on = ? and meter_id ="
                        + " (select meter_id from meter_installation join agreement using (service_point_id)"
                        + " where agreement.id = ?)")
                .params(OWN, stay.agreement().value())
                .update());
    }

    private void opened(LocalDate from, LocalDate until) {
        var used =
                new ComparedUse(new Period(from, until), new Volume(150_000), Optional.of(new Volume(30_000)), false);
        stay.in(() -> {
            var files = store.open(List.of(new SeenUse(stay.agreement(), used, null, null)));
            store.mailed(files);
            return files;
        });
    }

    private Optional<DocumentId> certified(LocalDate from, LocalDate until, String day) {
        opened(from, until);
        certify(day);
        return files().getFirst().certificate().orElseThrow().document();
    }

    private void told(String day, LocalDate from) {
        stay.in(() -> {
            var of = reader.of(stay.agreement()).stream()
                    .filter(one -> one.used().from().equals(from))
                    .findFirst()
                    .orElseThrow();
            store.told(of.id(), LocalDate.parse(day), NoticeChannel.MAIL, "m***");
            return of;
        });
    }
}
