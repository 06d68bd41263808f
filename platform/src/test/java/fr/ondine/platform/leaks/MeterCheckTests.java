package fr.ondine.platform.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A household that finds no leak may have its meter checked, within the month. */
@PlatformTest
class MeterCheckTests extends LeakScene {

    @Test
    void who_asks_within_the_month_is_not_late_until_the_service_has_answered() {
        billed(200);
        var late = new LeakFilter(Optional.empty(), true, named());
        asks("2026-08-01");

        assertThat(file().check())
                .contains(new MeterCheck(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 1), Optional.empty()));
        assertThat(file().isLate(LocalDate.of(2026, 8, 20))).isFalse();
        assertThat(stay.in(() -> desk("2026-08-20").list(BERNARD, late, 0)).rows())
                .isEmpty();
        assertThat(happened()).contains(LeakEvent.What.CHECK_ASKED);

        answered("Le compteur fonctionne.");
        assertThat(file().check().orElseThrow().answeredOn()).contains(LocalDate.of(2026, 8, 3));
        assertThat(file().isLate(LocalDate.of(2026, 8, 20))).isTrue();
        assertThat(stay.in(() -> desk("2026-08-20").list(BERNARD, late, 0)).rows())
                .hasSize(1);
        assertThatThrownBy(() -> answered("Encore.")).isInstanceOf(LeakRefused.class);
    }

    @Test
    void the_month_is_not_over_before_the_day_after_the_answer() {
        billed(200);
        var late = new LeakFilter(Optional.empty(), true, named());
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        entered(LocalDate.of(2026, 7, 20));
        answered("Le compteur fonctionne.");

        assertThat(file().answerBy()).as("the day of the answer").contains(LocalDate.of(2026, 8, 3));
        assertThat(file().isLate(LocalDate.of(2026, 8, 3))).isFalse();
        assertThat(file().isLate(LocalDate.of(2026, 8, 4))).isTrue();
        assertThat(stay.in(() -> desk("2026-08-03").list(BERNARD, late, 0)).rows())
                .hasSize(1);
        stay.in(() -> database.sql("update leak_file set check_answered_on = ? where agreement_id = ?")
                .params(today, stay.agreement().value())
                .update());
        assertThat(stay.in(() -> desk("2026-08-03").list(BERNARD, late, 0)).rows())
                .as("what is answered today")
                .isEmpty();
        stay.in(() -> database.sql("update leak_file set check_answered_on = ? where agreement_id = ?")
                .params(LocalDate.of(2026, 8, 3), stay.agreement().value())
                .update());

        certify("2026-08-03");
        assertThat(file().isCertifiedLate()).isFalse();
        grant("2026-08-03", false, "215.05");
    }

    @Test
    void a_certificate_that_comes_while_the_answer_is_waited_for_is_in_time_and_one_after_it_is_not() {
        billed(200);
        entered(LocalDate.of(2026, 7, 20));
        certify("2026-08-02");
        assertThat(file().isCertifiedLate()).isFalse();
        answered("Le compteur fonctionne.");
        assertThat(file().isCertifiedLate()).isFalse();

        somebody_lives_there();
        billed(200);
        entered(LocalDate.of(2026, 7, 20));
        answered("Le compteur fonctionne.");
        certify("2026-08-04");
        assertThat(file().isCertifiedLate()).isTrue();
        assertThatThrownBy(() -> grant("2026-08-04", false, "215.05"))
                .isInstanceOfSatisfying(
                        LeakRefused.class, tooLate -> assertThat(tooLate.code()).isEqualTo("leaks.late"));
    }

    @Test
    void a_request_after_the_month_or_a_second_one_is_refused() {
        billed(200);

        assertThatThrownBy(() -> asks("2026-08-02")).isInstanceOf(LeakRefused.class);
        asks("2026-07-20");
        assertThatThrownBy(() -> asks("2026-07-21")).isInstanceOf(LeakRefused.class);
    }

    @Test
    void staff_write_down_a_request_of_an_earlier_day_but_of_none_outside_the_month() {
        billed(200);

        for (var day : new LocalDate[] {null, READ.minusDays(1), LocalDate.of(2026, 8, 2), LocalDate.of(2026, 8, 4)}) {
            assertThatThrownBy(() -> entered(day))
                    .isInstanceOfSatisfying(
                            LeakRefused.class,
                            impossible -> assertThat(impossible.code()).isEqualTo("leaks.check-impossible"));
        }
        assertThatThrownBy(() -> answered("Le compteur fonctionne."))
                .as("nobody asked")
                .isInstanceOf(LeakRefused.class);

        entered(LocalDate.of(2026, 7, 31));
        assertThat(file().check().orElseThrow().answerBy()).isEqualTo(LocalDate.of(2026, 8, 31));
    }

    @Test
    void nobody_asks_for_another_household() {
        billed(200);
        var stranger = stay.in(() -> new Rows(database).user());

        assertThatThrownBy(() -> stay.in(() -> {
                    leaks("2026-07-20").askForCheck(stranger, id());
                    return stranger;
                }))
                .isInstanceOf(LeakRefused.class);
        assertThat(file().check()).isEmpty();
    }

    private void asks(String day) {
        stay.in(() -> {
            leaks(day).askForCheck(person, id());
            return day;
        });
    }

    private void entered(LocalDate day) {
        does(id -> desk("2026-08-03").checkAsked(BERNARD, id, day));
    }

    private void answered(String found) {
        does(id -> desk("2026-08-03").checkAnswered(BERNARD, id, found));
    }
}
